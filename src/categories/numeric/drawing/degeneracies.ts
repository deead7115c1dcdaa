import { squared } from "../../../core/index.ts";
import {
  arityOf,
  familiesOf,
  lawOf,
  noiseDeviationAt,
  noiseOf,
  regionsOf,
} from "../functions/inspect.ts";
import { evaluate } from "../functions/evaluate.ts";
import type { NumericSpec } from "../functions/spec.ts";

/** A way in which a draw is simpler than its spec says. */
export type Degeneracy = "constant-by-accident" | "region-without-effect" | "noise-drowns-law";

const POINTS = 1001;
/** The share of the law's spread that a region has to move it by. */
const VISIBLE_EFFECT = 0.1;
/** Spread over mean below which values are one and the same. */
const ROUNDING = 1e-9;

/**
 * What nobody could discover about a function, since it hardly shows between −128 and 128: a law
 * that is constant though its families are not, a region that moves the law by less than a tenth of
 * its spread (standard deviation), noise whose standard deviation exceeds that spread. Functions of
 * several arguments are looked at along the diagonal. A law of the constant family is never at fault.
 */
export function degeneracies(spec: NumericSpec): readonly Degeneracy[] {
  const found: Degeneracy[] = [];
  const grid = Float64Array.from({ length: POINTS }, (_, i) => -128 + (256 * i) / (POINTS - 1));
  const inputs = Array.from({ length: arityOf(spec) }, () => grid);
  const law = evaluate(lawOf(spec), inputs).re;
  const { mean, deviation } = moments(law);
  const declared = familiesOf(spec).every((family) => family === "constant");
  const constant = deviation <= ROUNDING * Math.max(1, Math.abs(mean));
  if (constant && !isAtom(spec)) found.push("constant-by-accident");
  const truth = evaluate(spec, inputs).re;
  const moves = regionsOf(spec).map(({ from, to }) => {
    const inside = [...grid.keys()].filter((i) => {
      const x = grid[i] ?? 0;
      return x >= (from ?? -Infinity) && x <= (to ?? Infinity);
    });
    return median(inside.map((i) => Math.abs((truth[i] ?? 0) - (law[i] ?? 0))));
  });
  if (moves.some((move) => move < VISIBLE_EFFECT * deviation || move <= ROUNDING)) {
    found.push("region-without-effect");
  }
  if (noiseOf(spec) === null || declared) return found;
  const noise = median([...grid].map((x) => noiseDeviationAt(spec, x)));
  return noise > deviation ? [...found, "noise-drowns-law"] : found;
}

/** The constant family itself is constant by right. */
function isAtom(spec: NumericSpec): boolean {
  return lawOf(spec).kind === "constant";
}

function moments(values: Float64Array): { readonly mean: number; readonly deviation: number } {
  const finite = values.filter(Number.isFinite);
  const n = Math.max(1, finite.length);
  const mean = finite.reduce((sum, value) => sum + value, 0) / n;
  const square = finite.reduce((sum, value) => sum + squared(value - mean), 0) / n;
  return { mean, deviation: Math.sqrt(square) };
}

/** Infinite where nothing is compared, as left of a law's domain: a value there is an effect. */
function median(values: readonly number[]): number {
  const sorted = values.filter((value) => !Number.isNaN(value)).toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Infinity;
}
