import { forwardPass } from "./forward-pass.ts";
import type { Gradient } from "./gradient.ts";
import type { LayerLayout } from "./layout.ts";
import { parameterCount } from "./layout.ts";
import type { TrainingPoints } from "./training-points.ts";

/** The gradient by backpropagation, point by point, for any number of hidden layers. */
export function deepGradient(layout: readonly LayerLayout[], { xs, ys }: TrainingPoints): Gradient {
  const parameters = new Float64Array(parameterCount(layout));
  const { activations, run } = forwardPass(layout, parameters);
  const slopes = activations.map(({ length }) => new Float64Array(length));
  const empty = new Float64Array(1);
  const steps = layout
    .map((layer, i) => ({
      layer,
      from: activations[i] ?? empty,
      above: slopes[i + 1] ?? empty,
      below: slopes[i] ?? empty,
    }))
    .toReversed();
  const top = slopes.at(-1) ?? empty;
  const scale = 2 / xs.length;
  return (at, into) => {
    parameters.set(at);
    into.fill(0);
    for (let i = 0; i < xs.length; i += 1) {
      top[0] = run(xs[i] ?? 0) - (ys[i] ?? 0);
      for (const { layer, from, above, below } of steps)
        passDown(layer, parameters, from, above, below, into);
    }
    for (let i = 0; i < into.length; i += 1) into[i] = scale * (into[i] ?? 0);
  };
}

/**
 * Adds what one point gives to the gradient of a layer, and hands the slopes on to the layer below.
 * An input of 0 adds nothing: it is x itself, or a silent unit, through which no slope goes.
 */
function passDown(
  { inputs, outputs, weights, biases }: LayerLayout,
  parameters: Float64Array,
  from: Float64Array,
  above: Float64Array,
  below: Float64Array,
  into: Float64Array,
): void {
  below.fill(0);
  for (let k = 0; k < outputs; k += 1) {
    const slope = above[k] ?? 0;
    if (slope === 0) continue;
    const row = weights + k * inputs;
    into[biases + k] = (into[biases + k] ?? 0) + slope;
    for (let j = 0; j < inputs; j += 1) {
      const input = from[j] ?? 0;
      if (input === 0) continue;
      into[row + j] = (into[row + j] ?? 0) + slope * input;
      below[j] = (below[j] ?? 0) + slope * (parameters[row + j] ?? 0);
    }
  }
}
