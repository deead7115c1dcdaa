import { adam } from "./adam.ts";
import { deepGradient } from "./deep-gradient.ts";
import { forwardPass } from "./forward-pass.ts";
import type { Gradient } from "./gradient.ts";
import type { LayerLayout } from "./layout.ts";
import { parameterCount } from "./layout.ts";
import { plainGradient } from "./plain-gradient.ts";
import { prefixGradient } from "./prefix-gradient.ts";
import type { TrainingPoints } from "./training-points.ts";

/** How the gradient of one hidden layer is computed; for more of them there is one way only. */
export type GradientMethod = "prefix-sums" | "plain";

/** All that training needs, as plain arrays that can travel to a thread. */
export interface TrainingJob {
  readonly layout: readonly LayerLayout[];
  readonly points: TrainingPoints;
  /** Parameters to start from; they are left as they are. */
  readonly initial: Float64Array;
  readonly learningRate: number;
  readonly epochs: number;
  readonly method: GradientMethod;
}

/** What came of training. */
export interface TrainedParameters {
  readonly parameters: Float64Array;
  /** Σ(f − g)² / Σf² over the points; `null` where all targets are 0. */
  readonly error: number | null;
}

/** Epochs from one word on progress to the next. */
const REPORT_EVERY = 200;

/**
 * Full-batch training by Adam on the mean squared error; the parameters are those after the last
 * epoch. Sums, products, quotients and square roots in a fixed order only: the same job gives the
 * same bits on every engine and machine. `onProgress` hears the epochs done; its throw ends it.
 */
export function trainKernel(
  job: TrainingJob,
  onProgress?: (epochs: number) => void,
): TrainedParameters {
  const parameters = job.initial.slice();
  const gradient = new Float64Array(parameterCount(job.layout));
  const optimise = adam(gradient.length, job.learningRate);
  const differentiate = gradientOf(job);
  for (let epoch = 1; epoch <= job.epochs; epoch += 1) {
    differentiate(parameters, gradient);
    optimise(parameters, gradient);
    if (epoch % REPORT_EVERY === 0 || epoch === job.epochs) onProgress?.(epoch);
  }
  return { parameters, error: fitError(job.layout, parameters, job.points) };
}

function gradientOf({ layout, points, method }: TrainingJob): Gradient {
  const [first, ...rest] = layout;
  if (first === undefined || rest.length !== 1) return deepGradient(layout, points);
  switch (method) {
    case "prefix-sums":
      return prefixGradient(first.outputs, points);
    case "plain":
      return plainGradient(first.outputs, points);
  }
}

/** In units of the largest target, so that no square leaves the range of doubles. */
function fitError(
  layout: readonly LayerLayout[],
  parameters: Float64Array,
  { xs, ys }: TrainingPoints,
): number | null {
  const { run } = forwardPass(layout, parameters);
  const unit = ys.reduce((largest, y) => Math.max(largest, Math.abs(y)), 0);
  if (unit === 0) return null;
  let lost = 0;
  let total = 0;
  for (let i = 0; i < xs.length; i += 1) {
    const target = (ys[i] ?? 0) / unit;
    const apart = run(xs[i] ?? 0) / unit - target;
    lost += apart * apart;
    total += target * target;
  }
  return lost / total;
}
