import type { Law } from "../../../functions/index.ts";
import { rounded } from "../decimals.ts";
import { solveLeastSquares } from "../solve-least-squares.ts";
import type { View } from "./view.ts";

/** A way to a law from exact values. */
export interface Model {
  readonly name: string;
  /** Points that decide its parameters; a fit needs more. */
  readonly parameters: number;
  /** The law that passes through all points of the view; `null` where there is none. */
  fit(view: View): Law | null;
}

/** Laws that are sums of given curves, each times a factor. */
export interface LinearModel {
  readonly name: string;
  columns(xs: Float64Array): readonly Float64Array[];
  law(coefficients: readonly number[]): Law | null;
}

/** Decimal places that factors are rounded to before they are taken as they are. */
const PLACES = [1, 2, 3, 4];
/** Points beyond the number of factors that a part is first tried on. */
const MORE = 3;
/** Points per factor from which factors that are no short decimals are believed. */
const ENOUGH = 4;
/** The share of the median size below which a size is hidden by the rounding of the others. */
const HIDDEN = 1e-6;
/** What is left of values, relative to what is added up, after a fit without rounding. */
const CLOSE = 1e-9;

/** The model of a sum of curves: its factors by least squares, rounded where all points allow it. */
export function linearModel({ name, columns, law }: LinearModel): Model {
  const parameters = columns(new Float64Array(1)).length;
  return {
    name,
    parameters,
    fit: (view) => {
      const coefficients = fitExactly(columns, view);
      return coefficients === null ? null : law(coefficients);
    },
  };
}

type Columns = (xs: Float64Array) => readonly Float64Array[];

/** Factors with which the columns add up to the values but for rounding; `null` without such. */
export function fitExactly(columnsOf: Columns, view: View): readonly number[] | null {
  const count = columnsOf(view.xs.subarray(0, 1)).length;
  const { xs, ys } = view;
  // Most parts are refused by a few of their points, which takes a fraction of the time.
  const few = fewOf(view, count + MORE);
  if (ys.length < count + 1 || (few !== null && !isNearly(columnsOf(few.xs), few.ys))) return null;
  const columns = columnsOf(xs);
  const first = solveLeastSquares(columns, ys, inverse(ys.map(Math.abs)));
  const sizes = sizesOf(columns, first.coefficients, ys);
  if (worst(columns, first.coefficients, ys, floored(sizes)) > 1e-3) return null;
  const { coefficients } = solveLeastSquares(columns, ys, inverse(sizes));
  for (const places of PLACES) {
    const short = coefficients.map((value) => rounded(value, places));
    if (worst(columns, short, ys, sizes) <= CLOSE) return [...short];
  }
  if (ys.length < ENOUGH * count) return null;
  return worst(columns, coefficients, ys, sizes) <= CLOSE ? [...coefficients] : null;
}

/** So many points spread over a view; `null` where it has hardly more. */
export function fewOf({ xs, ys }: View, count: number): View | null {
  if (xs.length <= 2 * count) return null;
  const rows = Array.from({ length: count }, (_, i) => Math.floor(((i + 0.5) * xs.length) / count));
  const few = (values: Float64Array): Float64Array =>
    Float64Array.from(rows, (row) => values[row] ?? 0);
  return { xs: few(xs), ys: few(ys) };
}

function isNearly(columns: readonly Float64Array[], ys: Float64Array): boolean {
  const { coefficients } = solveLeastSquares(columns, ys, inverse(ys.map(Math.abs)));
  return worst(columns, coefficients, ys, floored(sizesOf(columns, coefficients, ys))) <= 1e-3;
}

/** The largest residual relative to the sizes. */
function worst(
  columns: readonly Float64Array[],
  coefficients: Float64Array,
  ys: Float64Array,
  sizes: Float64Array,
): number {
  let most = 0;
  for (let i = 0; i < ys.length; i += 1) {
    let value = 0;
    for (let j = 0; j < columns.length; j += 1)
      value += (coefficients[j] ?? 0) * (columns[j]?.[i] ?? 0);
    const gap = Math.abs((ys[i] ?? 0) - value) / (sizes[i] ?? 1);
    if (!(gap <= most)) most = gap;
  }
  return most;
}

function sizesOf(
  columns: readonly Float64Array[],
  coefficients: Float64Array,
  ys: Float64Array,
): Float64Array {
  return ys.map((y, i) =>
    columns.reduce(
      (sum, column, j) => sum + Math.abs((coefficients[j] ?? 0) * (column[i] ?? 0)),
      Math.max(Math.abs(y), 1e-12),
    ),
  );
}

/** Sizes without those so small that the rounding of others hides them. */
function floored(sizes: Float64Array): Float64Array {
  const least = HIDDEN * medianOf(sizes);
  return sizes.map((size) => Math.max(size, least));
}

function medianOf(values: Float64Array): number {
  return values.toSorted()[Math.floor(values.length / 2)] ?? 1;
}

function inverse(sizes: Float64Array): Float64Array {
  const floor = medianOf(sizes);
  return sizes.map((size) => 1 / Math.max(size, HIDDEN * floor, 1e-12));
}
