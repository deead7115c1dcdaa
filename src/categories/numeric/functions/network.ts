import type { Approximated, Layer } from "./spec.ts";

/** Inputs that go through the layers together, so that what is between them stays in the cache. */
const BATCH = 512;

type Precision = Approximated["precision"];
type Values = Float64Array | Float32Array;
type Flow = readonly Values[];

/** What a network gives: x through its layers, each unit's bias first, then its inputs in order. */
export function evaluateNetwork(
  { layers, precision }: Approximated,
  xs: Float64Array,
): Float64Array {
  const outputs = new Float64Array(xs.length);
  for (let start = 0; start < xs.length; start += BATCH) {
    const batch = xs.subarray(start, start + BATCH);
    const inputs: Flow = [precision === "float32" ? Float32Array.from(batch) : batch];
    const [output] = layers.reduce<Flow>(
      (flow, layer, i) => through(layer, flow, precision, i < layers.length - 1),
      inputs,
    );
    if (output !== undefined) outputs.set(output, start);
  }
  return outputs;
}

function through(layer: Layer, inputs: Flow, precision: Precision, rectified: boolean): Flow {
  const count = inputs[0]?.length ?? 0;
  return layer.biases.map((bias, unit) => {
    const totals = precision === "float32" ? new Float32Array(count) : new Float64Array(count);
    totals.fill(bias);
    const row = layer.weights[unit] ?? [];
    inputs.forEach((values, k) => {
      accumulate(totals, row[k] ?? 0, values);
    });
    if (rectified) rectify(totals);
    return totals;
  });
}

// Float32Array rounds what it stores. A product of two single numbers is exact as a double, and
// their sum rounded twice is the sum rounded once (Figueroa, 1995,
// https://doi.org/10.1145/221332.221334).
function accumulate(totals: Values, weight: number, values: Values): void {
  if (totals instanceof Float32Array) {
    const single = Math.fround(weight);
    for (let i = 0; i < totals.length; i += 1) {
      totals[i] = (totals[i] ?? 0) + Math.fround(single * (values[i] ?? 0));
    }
    return;
  }
  for (let i = 0; i < totals.length; i += 1) {
    totals[i] = (totals[i] ?? 0) + weight * (values[i] ?? 0);
  }
}

function rectify(totals: Values): void {
  for (let i = 0; i < totals.length; i += 1) {
    const total = totals[i] ?? 0;
    totals[i] = total > 0 ? total : 0;
  }
}

/** What a network is made of, such as `a network of 64 ReLU units`. */
export function spokenLayers(layers: readonly Layer[]): string {
  const widths = layers.slice(0, -1).map(({ biases }) => String(biases.length));
  const count = widths.length === 1 ? "" : `${widths.length} layers of `;
  return `a network of ${count}${widths.join(" and ")} ReLU unit${widths.at(-1) === "1" ? "" : "s"}`;
}
