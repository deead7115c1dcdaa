import { descend, squared } from "../../src/core/index.ts";

/** What is asked of a model: its values for parameters. */
export type Model = (parameters: readonly number[]) => Float64Array;

const ROUNDS = 30;

/** Parameters near the given ones that bring a model closest to values. */
export function leastSquares(
  model: Model,
  ys: Float64Array,
  start: readonly number[],
): readonly number[] {
  const descent = descend(
    (parameters) => {
      const values = model(parameters);
      const residuals = ys.map((y, row) => y - (values[row] ?? 0));
      const cost = residuals.reduce((sum, residual) => sum + squared(residual), 0);
      return { cost, residuals: () => residuals };
    },
    start,
    {
      rounds: ROUNDS,
      nudge: (value) => 1e-6 * Math.max(1e-3, Math.abs(value)),
      isDone: (before, after) => before - after <= 1e-12 * after,
    },
  );
  return descent?.parameters ?? start;
}
