import { spokenLayers } from "./network.ts";
import type { Approximated, Layer } from "./spec.ts";

// Both programs do what evaluateNetwork does: each unit starts from its bias and adds its inputs
// in order; in single precision every number, product and sum is rounded.

/** A Python function `network` with the weights in a table before it; it needs `math` and `struct` if `float32`. */
export function pythonNetwork({ layers, precision }: Approximated): string {
  const single = precision === "float32";
  const rows = tables(layers, single).map(([weights, biases]) => `    (${weights}, ${biases}),\n`);
  const rounded = (value: string): string => (single ? `single(${value})` : value);
  const total = rounded(`total + ${rounded("weight * value")}`);
  return `${single ? `${PYTHON_SINGLE}\n\n` : ""}# ${heading(layers)}
LAYERS = [
${rows.join("")}]


def network(x):
    values = [${rounded("x")}]
    for depth, (weights, biases) in enumerate(LAYERS, 1):
        totals = []
        for row, total in zip(weights, biases):
            for weight, value in zip(row, values):
                total = ${total}
            totals.append(total)
        if depth < len(LAYERS):
            totals = [total if total > 0.0 else 0.0 for total in totals]
        values = totals
    return values[0]
`;
}

/** A JavaScript function `network` with the weights in a table before it. */
export function javascriptNetwork({ layers, precision }: Approximated): string {
  const single = precision === "float32";
  const rows = tables(layers, single).map(
    ([weights, biases]) => `  { weights: ${weights}, biases: ${biases} },\n`,
  );
  const rounded = (value: string): string => (single ? `Math.fround(${value})` : value);
  return `// ${heading(layers)}
const layers = [
${rows.join("")}];

function network(x) {
  let values = [${rounded("x")}];
  layers.forEach(({ weights, biases }, depth) => {
    const totals = weights.map((row, unit) =>
      row.reduce((total, weight, i) => ${rounded(`total + ${rounded("weight * values[i]")}`)}, biases[unit]),
    );
    values = depth + 1 < layers.length ? totals.map((total) => (total > 0 ? total : 0)) : totals;
  });
  return values[0];
}
`;
}

const PYTHON_SINGLE = `def single(value):
    try:
        return struct.unpack("f", struct.pack("f", value))[0]
    except OverflowError:
        return math.copysign(math.inf, value)
`;

function heading(layers: readonly Layer[]): string {
  const words = spokenLayers(layers);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}: weights and biases, layer by layer.`;
}

/** Weights and biases of each layer as text; JSON is Python and JavaScript alike. */
function tables(
  layers: readonly Layer[],
  single: boolean,
): readonly (readonly [weights: string, biases: string])[] {
  const written = (value: number): number => (single ? Math.fround(value) : value);
  return layers.map(({ weights, biases }) => [
    `[${weights.map((row) => list(row.map(written))).join(", ")}]`,
    list(biases.map(written)),
  ]);
}

function list(values: readonly number[]): string {
  return `[${values.join(", ")}]`;
}
