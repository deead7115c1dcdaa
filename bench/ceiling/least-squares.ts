import { squared } from "../../src/core/index.ts";

/** What is asked of a model: its values for parameters. */
export type Model = (parameters: readonly number[]) => Float64Array;

const ROUNDS = 30;

/**
 * Parameters near the given ones that bring a model closest to values: Marquardt, 1963,
 * https://doi.org/10.1137/0111030, with derivatives from differences.
 */
export function leastSquares(
  model: Model,
  ys: Float64Array,
  start: readonly number[],
): readonly number[] {
  let best = start;
  let error = squareError(model(best), ys);
  let damping = 1e-3;
  for (let round = 0; round < ROUNDS && damping < 1e9; round += 1) {
    const step = stepFrom(model, ys, best, damping);
    const next = best.map((value, i) => value + (step[i] ?? 0));
    const reached = squareError(model(next), ys);
    if (reached < error) {
      const gain = error - reached;
      [best, error, damping] = [next, reached, damping / 10];
      if (gain <= 1e-12 * reached) break;
    } else damping *= 10;
  }
  return best;
}

function stepFrom(
  model: Model,
  ys: Float64Array,
  at: readonly number[],
  damping: number,
): readonly number[] {
  const values = model(at);
  const slopes = at.map((value, i) => {
    const width = 1e-6 * Math.max(1e-3, Math.abs(value));
    const moved = model(at.with(i, value + width));
    return moved.map((y, row) => (y - (values[row] ?? 0)) / width);
  });
  const rest = ys.map((y, row) => y - (values[row] ?? 0));
  const matrix = slopes.map((a, i) =>
    slopes.map((b, j) => dot(a, b) * (i === j ? 1 + damping : 1) + (i === j ? 1e-30 : 0)),
  );
  return solved(
    matrix,
    slopes.map((a) => dot(a, rest)),
  );
}

/** Gauss's elimination with pivots on the diagonal, which damping keeps above 0. */
function solved(matrix: number[][], right: number[]): readonly number[] {
  const n = right.length;
  for (let i = 0; i < n; i += 1) {
    for (let row = i + 1; row < n; row += 1) {
      const factor = (matrix[row]?.[i] ?? 0) / (matrix[i]?.[i] ?? 1);
      matrix[row] = (matrix[row] ?? []).map((value, j) => value - factor * (matrix[i]?.[j] ?? 0));
      right[row] = (right[row] ?? 0) - factor * (right[i] ?? 0);
    }
  }
  const answer = Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i -= 1) {
    const known = answer.reduce(
      (sum, value, j) => sum + (j > i ? value : 0) * (matrix[i]?.[j] ?? 0),
      0,
    );
    answer[i] = ((right[i] ?? 0) - known) / (matrix[i]?.[i] ?? 1);
  }
  return answer;
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}

/** Infinite where a value is missing. */
function squareError(values: Float64Array, ys: Float64Array): number {
  const error = values.reduce((sum, value, i) => sum + squared(value - (ys[i] ?? 0)), 0);
  return Number.isFinite(error) ? error : Infinity;
}
