import { valuesAt } from "../../../../core/index.ts";
import { realValues } from "../../functions/column.ts";
import { evaluateLaw } from "../../functions/evaluate.ts";
import type { Columns, NumericInputs } from "../../functions/inputs.ts";
import { arityOf } from "../../functions/inspect.ts";
import type { Law } from "../../functions/spec.ts";
import { explained } from "./explained.ts";
import type { Budget, Points } from "./explained.ts";
import { partOf } from "./part-of.ts";
import { combined, leastSquares } from "./least-squares.ts";
import { valuesOf } from "./part.ts";
import type { Part } from "./part.ts";
import { spreadRows } from "./points.ts";
import { search } from "./search.ts";

/** Points that parameters are fitted to; more of them are thinned out evenly. */
const MOST_POINTS = 1024;
/** Arithmetic for one search: some tens of milliseconds. */
const WORK = 3_500_000;
/** A family that adds less than this, relative to the values, cannot be seen. */
const INVISIBLE = 1e-8;

/**
 * What the best member of a law's equivalence class gives at the inputs, its parameters fitted to
 * `ys` (NaN: not known, or not real) by weighted least squares that count errors relative to the larger of the
 * value and the median deviation. A class holds all parameters of the law's families and whatever
 * cannot be told from them: sine and cosine, a first root and a line, logarithms of any base, tanh
 * and logistic curves; bells of any height; polynomials of a lower degree from 2 on; products of
 * two factors multiplied out. `null` where no values are known, where a column of an argument is
 * lacking, or where the best member has lost a family that shows in the law itself, as a sine of
 * amplitude 0 has.
 */
export function fitForm(law: Law, inputs: NumericInputs, ys: Float64Array): Float64Array | null {
  const [first, ...rest] = inputs instanceof Float64Array ? [inputs] : inputs;
  if (first === undefined || rest.length + 1 < arityOf(law)) return null;
  const columns: Columns = [first, ...rest];
  const points = pointsOf(columns, ys);
  if (points.ys.length === 0) return null;
  const part = partOf(law, points.inputs);
  const budget: Budget = { left: WORK };
  const { values, error } = search(part, points, budget);
  if (hasLost(part, values, error, law, points)) return null;
  const { coefficients } = explained(part, values, points, budget);
  const predicted = combined(part.span(values, columns), coefficients);
  return predicted.some(Number.isFinite) ? predicted : null;
}

/** Whether the points are explained as well without one of the families that show in the law. */
function hasLost(
  part: Part,
  values: readonly number[],
  error: number,
  law: Law,
  points: Points,
): boolean {
  const truth = weighted(points.inputs, realValues(evaluateLaw(law, points.inputs)));
  const own = valuesOf(part);
  return part.reduced().some((less) => {
    const without = leastSquares(less.span(values, points.inputs), points).error;
    if (without > 1.05 * error + INVISIBLE) return false;
    const shown = leastSquares(less.span(own, truth.inputs), truth).error;
    const whole = leastSquares(part.span(own, truth.inputs), truth).error;
    return shown > whole + INVISIBLE;
  });
}

/** The points with a value, thinned out where there are too many. */
function pointsOf(inputs: Columns, ys: Float64Array): Points {
  const known = [...ys.keys()].filter((row) => Number.isFinite(ys[row]));
  const xs = valuesAt(inputs[0], known);
  const rows = spreadRows(xs, MOST_POINTS)
    .slice(0, MOST_POINTS)
    .map((at) => known[at] ?? 0);
  const pick = (column: Float64Array): Float64Array => valuesAt(column, rows);
  const [first, ...rest] = inputs;
  return weighted([pick(first), ...rest.map(pick)], pick(ys));
}

/** Points that count relative to the larger of their value and the median deviation. */
function weighted(inputs: Columns, ys: Float64Array): Points {
  const known = ys.filter(Number.isFinite);
  const middle = median(known);
  const deviation = median(known.map((y) => Math.abs(y - middle)));
  const scale = deviation > 0 ? deviation : largest(known) * 1e-3;
  const weights = ys.map((y) => 1 / Math.max(Math.abs(y), scale, Number.MIN_VALUE));
  return { inputs, ys, weights: weights.map((weight) => (weight < Infinity ? weight : 1)) };
}

function median(values: Float64Array): number {
  const sorted = values.toSorted();
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function largest(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
