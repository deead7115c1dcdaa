import { median } from "../../core/index.ts";

/** Points that an expression has to go through, and how closely. */
export interface Target {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  /** At each point the deviation that still counts as agreement: of rounding, or of noise. */
  readonly sigma: Float64Array;
  /** Whether sigma is the standard deviation of noise, not a bound. */
  readonly noisy: boolean;
}

/** Without noise, agreement is to this share of the value and of the spread. */
const ROUNDING = 1e-8;

/** Noise may leave this much more than its own variance. */
const NOISE_SLACK = 3;

/** A target of exact values. */
export function exactTarget(xs: Float64Array, ys: Float64Array): Target {
  const spread = spreadOf(ys);
  const sigma = ys.map((y) => ROUNDING * (Math.abs(y) + spread) || Number.MIN_VALUE);
  return { xs, ys, sigma, noisy: false };
}

/** Median distance from the median; where that is 0, the median size. */
export function spreadOf(ys: Float64Array): number {
  if (ys.length === 0) return 0;
  const middle = median([...ys]);
  return median(Array.from(ys, (y) => Math.abs(y - middle))) || Math.abs(middle) * 1e-3;
}

/** Whether residuals, in units of sigma, are as small as they have to be. */
export function explains({ noisy }: Target, residuals: Float64Array): boolean {
  if (!noisy) return residuals.every((residual) => Math.abs(residual) <= 1);
  const n = residuals.length;
  const squares = residuals.reduce((total, r) => total + r * r, 0);
  return squares <= n + NOISE_SLACK * Math.sqrt(2 * n);
}

/** The residuals of some values, in units of sigma; infinite where there is no value. */
export function residualsOf({ ys, sigma }: Target, values: Float64Array): Float64Array {
  return ys.map((y, i) => {
    const residual = (y - (values[i] ?? NaN)) / (sigma[i] ?? 1);
    return Number.isNaN(residual) ? Infinity : residual;
  });
}

/** The points that are kept. */
export function filtered(target: Target, keep: (x: number, index: number) => boolean): Target {
  const kept = [...target.xs.keys()].filter((i) => keep(target.xs[i] ?? NaN, i));
  const pick = (column: Float64Array): Float64Array =>
    Float64Array.from(kept, (i) => column[i] ?? NaN);
  return { ...target, xs: pick(target.xs), ys: pick(target.ys), sigma: pick(target.sigma) };
}

/** The `count` points nearest to a place, the nearest first. */
export function nearest(target: Target, place: number, count: number): Target {
  const distances = target.xs.map((x) => Math.abs(x - place)).sort();
  const reach = distances[Math.min(count, distances.length) - 1] ?? 0;
  return filtered(target, (x) => Math.abs(x - place) <= reach);
}
