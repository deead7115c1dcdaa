import type { BreakWindow } from "./break-window.ts";
import type { Approximated, Layer } from "./spec.ts";

/** A kink of the network, with what its hidden layer gives there. */
type Line = readonly (readonly [slope: number, intercept: number])[];

/** The arguments at which a unit of a network begins to answer: there it has its kinks. */
export function networkBreaks({ layers }: Approximated, window: BreakWindow): readonly number[] {
  const kinks: number[] = [];
  const hidden = layers.slice(0, -1);
  hidden.forEach((layer, depth) => {
    const before = hidden.slice(0, depth);
    const ends = [window.from, ...kinks.toSorted((a, b) => a - b), window.to];
    for (let i = 1; i < ends.length; i += 1) {
      kinks.push(...newKinks(before, layer, ends[i - 1] ?? 0, ends[i] ?? 0));
    }
  });
  return kinks;
}

/** Between two kinks each unit of the next layer is a straight line, whose zero is a kink. */
function newKinks(before: readonly Layer[], layer: Layer, from: number, to: number): number[] {
  if (!(from < to)) return [];
  const middle = from + (to - from) / 2;
  let line: Line = [[1, 0]];
  for (const each of before) {
    line = next(each, line).map(([slope, intercept]) =>
      slope * middle + intercept > 0 ? [slope, intercept] : [0, 0],
    );
  }
  return next(layer, line)
    .map(([slope, intercept]) => -intercept / slope)
    .filter((x) => x >= from && x <= to);
}

function next({ weights, biases }: Layer, line: Line): Line {
  return biases.map((bias, unit) => {
    const row = weights[unit] ?? [];
    const slope = line.reduce((sum, [each], k) => sum + (row[k] ?? 0) * each, 0);
    const intercept = line.reduce((sum, [, each], k) => sum + (row[k] ?? 0) * each, bias);
    return [slope, intercept] as const;
  });
}
