import { BenchError, chanceFrom } from "../core/index.ts";
import type { Approximated } from "../categories/numeric/index.ts";
import { initialParameters, layersOf, layoutOf } from "./layout.ts";
import type { GradientMethod, TrainedParameters, TrainingJob } from "./train-kernel.ts";
import { trainKernel } from "./train-kernel.ts";
import { trainingPoints } from "./training-points.ts";
import type { TrainingTask } from "./training-task.ts";
import { checkTask } from "./training-task.ts";

/** Fit errors below this count as having learned the law. */
const LEARNED_BELOW = 0.01;

/** What training in this thread may be given. */
export interface TrainOptions {
  /** Hears how many epochs are done, now and then and at the end. */
  readonly onProgress?: (epochs: number) => void;
  /** Looked at after each word on progress; its reason is thrown. */
  readonly signal?: AbortSignal;
}

/** Trains a network in this thread, by prefix sums where it has one hidden layer. */
export function trainNetwork(task: TrainingTask, options: TrainOptions = {}): Approximated {
  return train(task, trainingJob(task), options);
}

/** The same by backpropagation over every point: for one hidden layer the reference, far slower. */
export function trainPlain(task: TrainingTask, options: TrainOptions = {}): Approximated {
  return train(task, trainingJob(task, "plain"), options);
}

/** What a task means in numbers. Throws `bad-parameter` where nothing can be trained. */
export function trainingJob(
  task: TrainingTask,
  method: GradientMethod = "prefix-sums",
): TrainingJob {
  checkTask(task);
  const { learningRate, epochs } = task.settings;
  const layout = layoutOf(task.settings);
  const initial = initialParameters(layout, chanceFrom(task.seed).fork("network"));
  const points = trainingPoints(task);
  return { layout, points, initial, learningRate, epochs, method };
}

/** The network of a task, from its trained parameters. Throws `bad-parameter` if they overflowed. */
export function networkOf(
  { law, domain, settings }: TrainingTask,
  { parameters, error }: TrainedParameters,
): Approximated {
  if (!parameters.every(Number.isFinite) || (error !== null && !Number.isFinite(error)))
    throw new BenchError(
      "bad-parameter",
      "Expected a law that a network can follow in doubles; got values so large that its weights " +
        "overflowed; choose a law or a domain with smaller ones",
      { data: { law, domain } },
    );
  return {
    kind: "approximated",
    law,
    layers: layersOf(layoutOf(settings), parameters),
    precision: "float64",
    domain: { from: domain.from, to: domain.to },
    error,
    learned: isLearned(error),
  };
}

/** Whether a fit error is small enough for the law to be found in the network. */
export function isLearned(error: number | null): boolean {
  return error !== null && error < LEARNED_BELOW;
}

function train(task: TrainingTask, job: TrainingJob, options: TrainOptions): Approximated {
  const { onProgress, signal } = options;
  signal?.throwIfAborted();
  const trained = trainKernel(job, (epochs) => {
    onProgress?.(epochs);
    signal?.throwIfAborted();
  });
  return networkOf(task, trained);
}
