import type { Extent } from "../../functions/form-class.ts";

/** The stretch that the finite ones among the values cover. */
export function extentOf(values: Float64Array): Extent {
  let [from, to] = [Infinity, -Infinity];
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    from = Math.min(from, value);
    to = Math.max(to, value);
  }
  if (from > to) return { from: 0, to: 1, length: 1 };
  return { from, to, length: to > from ? to - from : 1 };
}

/** The middle one of the finite values; 0 where there are none. */
export function middleOf(values: Float64Array): number {
  const sorted = values.filter(Number.isFinite).sort();
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Positions of the finite values, those nearest to a centre first. */
export function nearestRows(values: Float64Array, centre: number): number[] {
  const distance = (row: number): number => Math.abs((values[row] ?? 0) - centre);
  return finiteRows(values).sort((a, b) => distance(a) - distance(b));
}

/** Positions of the finite values, evenly spread ones first. */
export function spreadRows(values: Float64Array, count: number): number[] {
  const sorted = sortedRows(values);
  const stride = Math.max(1, Math.ceil(sorted.length / count));
  const first = sorted.filter((_, i) => i % stride === 0);
  return [...first, ...sorted.filter((_, i) => i % stride !== 0)];
}

/** Positions of the finite values in ascending order of their value. */
export function sortedRows(values: Float64Array): number[] {
  return finiteRows(values).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
}

function finiteRows(values: Float64Array): number[] {
  return [...values.keys()].filter((row) => Number.isFinite(values[row]));
}
