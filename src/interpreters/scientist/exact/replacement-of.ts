import { ln, solveLeastSquares } from "../../../core/index.ts";
import { levelOf } from "../../../categories/numeric/index.ts";
import type { CorruptedRegion, Law } from "../../../categories/numeric/index.ts";
import type { Reading } from "../laboratory.ts";

type Replacement = CorruptedRegion["replacement"];

/** What stands in for a law in a stretch, and how far answers scatter around it. */
export interface Replaced {
  readonly replacement: Replacement;
  /** Standard deviation. */
  readonly spread: number;
}

/** Standard errors within which a law's own mean is believed, as it stands in the released functions. */
const WITHIN = 4;

/** A constant, a line or a parabola through readings, as few terms as they allow. */
export function replacementOf(law: Law, inside: readonly Reading[]): Replaced {
  const known = inside.filter(({ y, im }) => Number.isFinite(y) && im === 0);
  const xs = Float64Array.from(known, ({ x }) => x);
  const ys = Float64Array.from(known, ({ y }) => y);
  const n = known.length;
  const columns = [xs.map(() => 1), xs, xs.map((x) => x * x)];
  const fits = [1, 2, 3]
    .filter((count) => n >= count + 1 || count === 1)
    .map((count) => {
      const { coefficients, error } = solveLeastSquares(columns.slice(0, count), ys);
      const variance = Math.max(error / Math.max(1, n - count), 1e-24);
      return {
        coefficients: [...coefficients],
        variance,
        score: n * ln(variance) + 4 * count * ln(n + 1),
      };
    });
  const [best] = fits.toSorted((a, b) => a.score - b.score);
  if (best === undefined || n === 0)
    return { replacement: { kind: "constant", value: 0 }, spread: 0 };
  const spread = Math.sqrt(best.variance);
  const [a = 0, b = 0] = best.coefficients;
  if (best.coefficients.length === 1) {
    const { mean } = levelOf(law);
    const isMean = Math.abs(mean - a) <= (WITHIN * Math.max(spread, 1e-9)) / Math.sqrt(n) && n >= 2;
    return { replacement: { kind: "constant", value: isMean ? mean : a }, spread };
  }
  if (best.coefficients.length === 2)
    return { replacement: { kind: "linear", slope: b, intercept: a }, spread };
  return { replacement: { kind: "polynomial", coefficients: best.coefficients }, spread };
}
