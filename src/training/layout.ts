import type { Chance } from "../core/index.ts";
import type { Layer } from "../categories/numeric/index.ts";
import type { TrainingSettings } from "../contract/index.ts";

/** Where a layer's parameters stand in the flat list of all: its weights row by row, its biases. */
export interface LayerLayout {
  readonly inputs: number;
  readonly outputs: number;
  /** Index of the first weight; that of output k and input j is k·inputs + j further on. */
  readonly weights: number;
  /** Index of the first bias. */
  readonly biases: number;
}

/** The layers of a network of one input and one output, first to last. */
export function layoutOf({ width, depth }: TrainingSettings): readonly LayerLayout[] {
  let offset = 0;
  return Array.from({ length: depth + 1 }, (_, i) => {
    const inputs = i === 0 ? 1 : width;
    const outputs = i === depth ? 1 : width;
    const weights = offset;
    const biases = weights + inputs * outputs;
    offset = biases + outputs;
    return { inputs, outputs, weights, biases };
  });
}

/** How many parameters a network has. */
export function parameterCount(layout: readonly LayerLayout[]): number {
  return layout.reduce((sum, { inputs, outputs }) => sum + (inputs + 1) * outputs, 0);
}

/**
 * Parameters to start from: weights and biases uniform within ±1/√inputs, as PyTorch's `nn.Linear`
 * starts (https://pytorch.org/docs/stable/generated/torch.nn.Linear.html).
 */
export function initialParameters(layout: readonly LayerLayout[], chance: Chance): Float64Array {
  const parameters = new Float64Array(parameterCount(layout));
  layout.forEach(({ inputs, outputs, weights }, i) => {
    const draws = chance.fork("layer", i);
    const bound = 1 / Math.sqrt(inputs);
    const end = weights + (inputs + 1) * outputs;
    for (let at = weights; at < end; at += 1) parameters[at] = bound * (2 * draws.uniform() - 1);
  });
  return parameters;
}

/** Flat parameters as layers; a weight of −0 becomes 0, which JSON can hold. */
export function layersOf(layout: readonly LayerLayout[], parameters: Float64Array): Layer[] {
  const slice = (from: number, length: number): number[] =>
    Array.from(parameters.subarray(from, from + length), (value) => value + 0);
  return layout.map(({ inputs, outputs, weights, biases }) => ({
    weights: Array.from({ length: outputs }, (_, k) => slice(weights + k * inputs, inputs)),
    biases: slice(biases, outputs),
  }));
}
