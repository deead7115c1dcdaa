import { ln } from "../../src/core/index.ts";
import type { Noised } from "../../src/categories/numeric/index.ts";

/** Answers of a black box at points where its law holds and is a real number. */
export interface Sample {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
}

/** What is told of the noise: its kind, and how it grows; not its scale. */
export type ToldNoise = Required<Pick<Noised, "distribution" | "growth">>;

/** How far a residual may be off a whole number under Poisson noise, relative to the value. */
const ROUNDING = 1e-9;

/**
 * The negative logarithm of the likelihood of residuals, up to a constant, at the likeliest scale of
 * the noise; without noise the sum of their squares.
 */
export function misfit(
  residuals: Float64Array,
  { xs, ys }: Sample,
  noise: ToldNoise | null,
): number {
  const n = residuals.length;
  if (noise === null) return residuals.reduce((sum, residual) => sum + residual * residual, 0);
  const growth = xs.map((x) => 1 + noise.growth * Math.abs(x));
  const scaled = residuals.map((residual, i) => residual / (growth[i] ?? 1));
  switch (noise.distribution) {
    case "normal":
      return (n / 2) * ln(scaled.reduce((sum, value) => sum + value * value, 0));
    case "uniform":
      return n * ln(scaled.reduce((most, value) => Math.max(most, Math.abs(value)), 0));
    case "poisson":
      return poissonMisfit(residuals, growth, ys);
  }
}

function poissonMisfit(residuals: Float64Array, growth: Float64Array, ys: Float64Array): number {
  const counts = residuals.map(Math.round);
  const isCounted = residuals.every((residual, i) => {
    const count = counts[i] ?? NaN;
    return count >= 0 && Math.abs(residual - count) <= ROUNDING * Math.max(1, Math.abs(ys[i] ?? 0));
  });
  if (!isCounted) return Infinity;
  const scale = sum(counts) / sum(growth);
  return counts.reduce((total, count, i) => {
    const mean = scale * (growth[i] ?? 1);
    return total + mean - (count === 0 ? 0 : count * ln(mean)) + logFactorial(count);
  }, 0);
}

function logFactorial(count: number): number {
  let log = 0;
  for (let factor = 2; factor <= count; factor += 1) log += ln(factor);
  return log;
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
