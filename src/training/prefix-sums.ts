import type { TrainingPoints } from "./training-points.ts";

/** Doubles that one row of prefix sums takes: a sum and its rounding error for x, x², y and x·y. */
export const ROW = 8;

/**
 * Sums of x, x², y and x·y over the first 0, 1, … n points, a row of eight doubles each. Beside
 * every sum stands its rounding error, found by Knuth's TwoSum
 * (https://en.wikipedia.org/wiki/2Sum): the difference of two rows is as exact as if only the points
 * between them had been added up, also next to values that are larger by many powers of ten.
 */
export function prefixSums({ xs, ys }: TrainingPoints): Float64Array {
  const rows = new Float64Array(ROW * (xs.length + 1));
  for (let i = 0; i < xs.length; i += 1) {
    const x = xs[i] ?? 0;
    const y = ys[i] ?? 0;
    const row = ROW * i;
    addTo(rows, row, x);
    addTo(rows, row + 2, x * x);
    addTo(rows, row + 4, y);
    addTo(rows, row + 6, x * y);
  }
  return rows;
}

/** Writes the sum at `at`, one more term added, into the next row. */
function addTo(rows: Float64Array, at: number, term: number): void {
  const sum = rows[at] ?? 0;
  const next = sum + term;
  const added = next - sum;
  const error = sum - (next - added) + (term - added);
  rows[at + ROW] = next;
  rows[at + ROW + 1] = (rows[at + 1] ?? 0) + error;
}
