import type { Output } from "../contract/index.ts";
import { median, valuesAt } from "../core/index.ts";
import { numberOf } from "./output-number.ts";

/** Numbers in two parts, point by point; a point where a part is not finite has no value. */
export interface ValueColumn {
  readonly re: Float64Array;
  /** Imaginary parts; `null` where all are 0. */
  readonly im: Float64Array | null;
}

/** Positions of a column from `start` up to but without `end`. */
export interface IndexRange {
  readonly start: number;
  readonly end: number;
}

/** The numbers that code gave; no value where it gave none, gave text, or threw. */
export function columnOf(outputs: readonly Output[]): ValueColumn {
  const re = new Float64Array(outputs.length).fill(NaN);
  const im = new Float64Array(outputs.length);
  let isReal = true;
  for (let index = 0; index < outputs.length; index += 1) {
    const output = outputs[index];
    if (output?.kind !== "value") continue;
    const { value } = output;
    if (typeof value === "number") {
      if (Number.isFinite(value)) re[index] = value;
      continue;
    }
    const number = numberOf(output);
    if (number === null) continue;
    re[index] = number.re;
    im[index] = number.im;
    isReal &&= number.im === 0;
  }
  return { re, im: isReal ? null : im };
}

/** Whether a column has a value at a point. */
export function isDefined({ re, im }: ValueColumn, index: number): boolean {
  return Number.isFinite(re[index]) && (im === null || Number.isFinite(im[index]));
}

/** The points of a range at which a column has a value. */
export function definedPoints(column: ValueColumn, { start, end }: IndexRange): number[] {
  const points: number[] = [];
  for (let index = start; index < end; index += 1) if (isDefined(column, index)) points.push(index);
  return points;
}

/** The values at some points, in their order. */
export function picked({ re, im }: ValueColumn, points: readonly number[]): ValueColumn {
  return { re: valuesAt(re, points), im: im && valuesAt(im, points) };
}

/** The length of re + i·im, without overflow on the way. */
export function modulus(re: number, im: number): number {
  const a = Math.abs(re);
  const b = Math.abs(im);
  if (b === 0) return a;
  const small = a < b ? a : b;
  const large = a < b ? b : a;
  const ratio = small / large;
  return large * Math.sqrt(1 + ratio * ratio);
}

/**
 * How far the values of a range lie apart: their median distance from their median (MAD), complex
 * ones by modulus from the median of each part; 0 where there is no value.
 */
export function spreadOf(column: ValueColumn, range: IndexRange): number {
  const points = definedPoints(column, range);
  if (points.length === 0) return 0;
  const { re, im } = picked(column, points);
  const [re0, im0] = [median(re), im === null ? 0 : median(im)];
  return median(re.map((value, at) => modulus(value - re0, (im?.[at] ?? 0) - im0)));
}

const spreads = new WeakMap<ValueColumn, Map<string, number>>();

/** The same for a truth, which many answers are compared with: it is worked out once for each range. */
export function spreadOfTruth(truth: ValueColumn, range: IndexRange): number {
  const known = spreads.get(truth) ?? new Map<string, number>();
  const name = `${range.start}-${range.end}`;
  const spread = known.get(name) ?? spreadOf(truth, range);
  spreads.set(truth, known.set(name, spread));
  return spread;
}
