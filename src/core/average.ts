import { BenchError } from "./errors.ts";

/** The arithmetic mean of at least one number. */
export function mean(values: ArrayLike<number>): number {
  requireSome(values, "mean");
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) sum += values[i] ?? 0;
  return sum / values.length;
}

/** The median of at least one number; halfway between the middle two of an even count. */
export function median(values: ArrayLike<number>): number {
  return quantile(values, 0.5);
}

/** The p-quantile, 0 ≤ p ≤ 1, of at least one number in any order; see `sortedQuantile`. */
export function quantile(values: ArrayLike<number>, p: number): number {
  return sortedQuantile(Float64Array.from(values).sort(), p);
}

/**
 * The p-quantile of ascending numbers, linear between order statistics: type 7 of Hyndman and Fan,
 * "Sample Quantiles in Statistical Packages" (1996), https://doi.org/10.2307/2684934.
 */
export function sortedQuantile(ascending: ArrayLike<number>, p: number): number {
  requireSome(ascending, "quantile");
  if (!(p >= 0 && p <= 1))
    throw new BenchError("bad-argument", `Expected a probability from 0 to 1; got ${p}; give one`);
  const position = (ascending.length - 1) * p;
  const below = Math.floor(position);
  const low = ascending[below] ?? 0;
  const high = ascending[Math.min(below + 1, ascending.length - 1)] ?? low;
  // Equal neighbours are kept as they are, infinite ones too.
  return low === high ? low : low + (position - below) * (high - low);
}

function requireSome(values: ArrayLike<number>, figure: string): void {
  if (values.length === 0)
    throw new BenchError(
      "bad-argument",
      `Expected at least one number for a ${figure}; got none; give one or more`,
    );
}
