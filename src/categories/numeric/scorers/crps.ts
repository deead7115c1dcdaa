import { mean } from "../../../core/index.ts";

/**
 * The continuous ranked probability score of draws from a forecast against what came: E|X − y| −
 * ½E|X − X′|, Gneiting and Raftery (2007), https://doi.org/10.1198/016214506000001437, with the
 * mean over pairs of different draws (Ferro 2014, https://doi.org/10.1002/qj.2270), so that few
 * draws are not held against it. Draws that are all equal, and a single one, are a point forecast:
 * its absolute error. At least one draw is expected; never negative, 0 is perfect.
 */
export function crps(draws: readonly number[], observed: number): number {
  const ascending = Float64Array.from(draws).sort();
  const n = ascending.length;
  const miss = mean(ascending.map((draw) => Math.abs(draw - observed)));
  let gaps = 0;
  for (let k = 1; k < n; k += 1)
    gaps += k * (n - k) * ((ascending[k] ?? NaN) - (ascending[k - 1] ?? NaN));
  const halfSpread = n < 2 ? 0 : gaps / (n * (n - 1));
  return Math.max(0, miss - halfSpread);
}
