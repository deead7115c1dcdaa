import { solveLeastSquares } from "../../../core/index.ts";
import type { Law } from "../../../categories/numeric/index.ts";
import { columnsOf } from "../columns.ts";
import type { Curve } from "../columns.ts";
import { rounded } from "../decimals.ts";
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
  readonly curves: readonly Curve[];
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
/** Sizes below this count as this. */
const TINY = 1e-12;
/** What is left of values, relative to what is added up, after a fit without rounding. */
const CLOSE = 1e-9;

/** The model of a sum of curves: its factors by least squares, rounded where all points allow it. */
export function linearModel({ name, curves, law }: LinearModel): Model {
  return {
    name,
    parameters: curves.length,
    fit: (view) => {
      const coefficients = fitExactly(curves, view);
      return coefficients === null ? null : law(coefficients);
    },
  };
}

/** Factors with which the curves add up to the values but for rounding; `null` without such. */
export function fitExactly(curves: readonly Curve[], { xs, ys }: View): readonly number[] | null {
  const count = curves.length;
  // Most parts are refused by a few of their points, which takes a fraction of the time.
  const few = fewOf({ xs, ys }, count + MORE);
  if (ys.length < count + 1 || (few !== null && !isNearly(columnsOf(curves, few.xs), few.ys)))
    return null;
  const columns = columnsOf(curves, xs);
  const first = solveLeastSquares(columns, ys, { weights: inverse(sizesAlone(ys)) });
  const sizes = sizesOf(columns, first.coefficients, ys);
  if (worst(columns, first.coefficients, ys, floored(sizes)) > 1e-3) return null;
  const { coefficients } = solveLeastSquares(columns, ys, { weights: inverse(sizes) });
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
  const few = { xs: new Float64Array(count), ys: new Float64Array(count) };
  for (let i = 0; i < count; i += 1) {
    const row = Math.floor(((i + 0.5) * xs.length) / count);
    few.xs[i] = xs[row] ?? 0;
    few.ys[i] = ys[row] ?? 0;
  }
  return few;
}

function isNearly(columns: readonly Float64Array[], ys: Float64Array): boolean {
  const { coefficients } = solveLeastSquares(columns, ys, { weights: inverse(sizesAlone(ys)) });
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

function sizesAlone(ys: Float64Array): Float64Array {
  const sizes = new Float64Array(ys.length);
  for (let i = 0; i < ys.length; i += 1) sizes[i] = Math.abs(ys[i] ?? 0);
  return sizes;
}

/** The size of each value and of what is added up to give it. */
function sizesOf(
  columns: readonly Float64Array[],
  coefficients: Float64Array,
  ys: Float64Array,
): Float64Array {
  const sizes = new Float64Array(ys.length);
  for (let i = 0; i < ys.length; i += 1) {
    let size = Math.max(Math.abs(ys[i] ?? 0), TINY);
    for (let j = 0; j < columns.length; j += 1)
      size += Math.abs((coefficients[j] ?? 0) * (columns[j]?.[i] ?? 0));
    sizes[i] = size;
  }
  return sizes;
}

/** Sizes without those so small that the rounding of others hides them. */
function floored(sizes: Float64Array): Float64Array {
  const least = HIDDEN * medianOf(sizes);
  const raised = new Float64Array(sizes.length);
  for (let i = 0; i < sizes.length; i += 1) raised[i] = Math.max(sizes[i] ?? 0, least);
  return raised;
}

function medianOf(values: Float64Array): number {
  return values.toSorted()[Math.floor(values.length / 2)] ?? 1;
}

function inverse(sizes: Float64Array): Float64Array {
  const weights = floored(sizes);
  for (let i = 0; i < weights.length; i += 1) weights[i] = 1 / Math.max(weights[i] ?? 0, TINY);
  return weights;
}
