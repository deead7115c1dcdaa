import { solveLeastSquares, valuesAt } from "../../../../core/index.ts";
import type { Span } from "./part.ts";

/** What is to be explained, and how much each point counts. */
export interface Target {
  readonly ys: Float64Array;
  /** Weights; > 0. */
  readonly weights: Float64Array;
}

/** The best that a span can do. */
export interface Explained {
  /** Root mean square of the weighted residuals; a point without a value counts as one of size 1. */
  readonly error: number;
  /** The factor of each column. */
  readonly coefficients: Float64Array;
  /** Weighted, 1 where there is no value. */
  residuals(): Float64Array;
}

/** Factors that differ by less than this share change nothing that a form is judged by. */
const DEPENDENT = 1e-11;

/** The factors with which a span comes closest to a target, by weighted least squares. */
export function leastSquares({ fixed, columns }: Span, { ys, weights }: Target): Explained {
  const goal = fixed === null ? ys : less(ys, fixed);
  const rows = validRows([goal, ...columns], ys.length);
  const pick = (column: Float64Array): Float64Array =>
    rows === null ? column : valuesAt(column, rows);
  const fit = solveLeastSquares(columns.map(pick), pick(goal), {
    weights: pick(weights),
    dependent: DEPENDENT,
  });
  const invalid = rows === null ? 0 : ys.length - rows.length;
  const error = Math.sqrt((fit.error + invalid) / Math.max(1, ys.length));
  return {
    error,
    coefficients: fit.coefficients,
    residuals: () => (rows === null ? fit.residuals() : spread(fit.residuals(), rows, ys.length)),
  };
}

/** The values of a span for the given factors. */
export function combined({ fixed, columns }: Span, coefficients: ArrayLike<number>): Float64Array {
  const values = fixed?.slice() ?? new Float64Array(columns[0]?.length ?? 0);
  columns.forEach((column, k) => {
    const coefficient = coefficients[k] ?? 0;
    for (let i = 0; i < values.length; i += 1) {
      values[i] = (values[i] ?? 0) + coefficient * (column[i] ?? NaN);
    }
  });
  return values;
}

/** The rows in which every column has a value; `null` where all have. */
function validRows(columns: readonly Float64Array[], count: number): readonly number[] | null {
  if (columns.every(isFinite)) return null;
  const rows = Array.from({ length: count }, (_, row) => row);
  return rows.filter((row) => columns.every((column) => Number.isFinite(column[row])));
}

function isFinite(column: Float64Array): boolean {
  for (let i = 0; i < column.length; i += 1) if (!Number.isFinite(column[i])) return false;
  return true;
}

function less(values: Float64Array, others: Float64Array): Float64Array {
  const rest = new Float64Array(values.length);
  for (let i = 0; i < rest.length; i += 1) rest[i] = (values[i] ?? NaN) - (others[i] ?? NaN);
  return rest;
}

function spread(values: Float64Array, rows: readonly number[], count: number): Float64Array {
  const all = new Float64Array(count).fill(1);
  rows.forEach((row, i) => (all[row] = values[i] ?? 1));
  return all;
}
