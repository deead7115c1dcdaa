import type { LayerLayout } from "./layout.ts";

/** A network at work on one input at a time. */
export interface ForwardPass {
  /** The last input, then what each layer gave for it. */
  readonly activations: readonly Float64Array[];
  /** The network's output. */
  run(x: number): number;
}

/** A network over flat parameters, which may change between runs; ReLU after each hidden layer. */
export function forwardPass(layout: readonly LayerLayout[], parameters: Float64Array): ForwardPass {
  const input = new Float64Array(1);
  const activations = [input, ...layout.map(({ outputs }) => new Float64Array(outputs))];
  const steps = layout.map((layer, i) => ({
    layer,
    from: activations[i] ?? input,
    to: activations[i + 1] ?? input,
    floor: i === layout.length - 1 ? -Infinity : 0,
  }));
  const output = activations.at(-1) ?? input;
  return {
    activations,
    run: (x) => {
      input[0] = x;
      for (const { layer, from, to, floor } of steps)
        applyLayer(layer, parameters, from, to, floor);
      return output[0] ?? 0;
    },
  };
}

/** What a layer gives, and `floor` where that is more. */
function applyLayer(
  { inputs, outputs, weights, biases }: LayerLayout,
  parameters: Float64Array,
  from: Float64Array,
  to: Float64Array,
  floor: number,
): void {
  for (let k = 0; k < outputs; k += 1) {
    const row = weights + k * inputs;
    let sum = parameters[biases + k] ?? 0;
    for (let j = 0; j < inputs; j += 1) sum += (parameters[row + j] ?? 0) * (from[j] ?? 0);
    to[k] = sum > floor ? sum : floor;
  }
}
