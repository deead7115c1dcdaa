import type { Output, Score } from "../../../contract/index.ts";
import { ln, mean } from "../../../core/index.ts";
import { numberOf, unusable } from "../../../scoring/index.ts";
import { scored, unscored } from "../../../scoring/index.ts";
import { definedPoints, modulus } from "../../../scoring/index.ts";
import type { IndexRange, ValueColumn } from "../../../scoring/index.ts";
import type { Guess } from "../../../contract/index.ts";
import { withoutOutputs } from "../../../scoring/index.ts";

/** Below this share of the largest value a spread is rounding, and the truth is constant. */
const ROUNDING = 1e-12;

/**
 * 1 − R² = Σ|f − g|² / Σ|f − f̄|² of code (g) against the truth (f) over a range: 0 is perfect, 1 is
 * what the mean gets. Points where the truth has no value are left out; at any other point an
 * exception, or an output that is no number, costs the whole score, as in `nmse`.
 */
export function centredError(truth: ValueColumn, guess: Guess, range: IndexRange): Score {
  const points = definedPoints(truth, range);
  const spread = distancesFromMean(truth, points);
  if (spread === null) return unscored("constant-truth");
  if (guess.kind !== "ran") return withoutOutputs(guess);
  const largest = Math.max(...spread);
  const error = distances(truth, guess.outputs, points);
  if (!Array.isArray(error)) return error;
  const value = sumOfSquares(error, largest) / sumOfSquares(spread, largest);
  return Number.isFinite(value)
    ? scored(value)
    : unscored("output-not-a-number", "the squared error overflows");
}

const LARGEST_SKILL = 20;

/**
 * log₂ of lookup's error over the interpreter's, in bits, clipped to ±20: what understanding adds
 * to joining the queried points. 0 where both errors are 0.
 */
export function skill(error: Score, lookup: Score): Score {
  if (error.kind === "unscored") return error;
  if (lookup.kind === "unscored") return unscored("no-lookup", lookup.reason);
  if (error.value === lookup.value) return scored(0);
  const bits = (ln(lookup.value) - ln(error.value)) / Math.LN2;
  return scored(Math.min(LARGEST_SKILL, Math.max(-LARGEST_SKILL, bits)));
}

/** `null` where the truth does not vary. */
function distancesFromMean({ re, im }: ValueColumn, points: readonly number[]): number[] | null {
  if (points.length === 0) return null;
  const sizes = points.map((index) => modulus(re[index] ?? NaN, im?.[index] ?? 0));
  const largest = Math.max(...sizes);
  const unit = largest === 0 ? 1 : largest;
  const part = (column: Float64Array | null, index: number): number =>
    (column?.[index] ?? 0) / unit;
  const re0 = mean(points.map((index) => part(re, index)));
  const im0 = mean(points.map((index) => part(im, index)));
  const spread = points.map((index) => modulus(part(re, index) - re0, part(im, index) - im0));
  return Math.max(...spread) > ROUNDING ? spread.map((distance) => distance * unit) : null;
}

function distances(
  truth: ValueColumn,
  outputs: readonly Output[],
  points: readonly number[],
): number[] | Score {
  const found: number[] = [];
  for (const index of points) {
    const output = outputs[index] ?? UNDEFINED;
    const guess = numberOf(output);
    if (guess === null) return unusable(output, `hidden input ${index + 1}`);
    const re = truth.re[index] ?? NaN;
    const im = truth.im?.[index] ?? 0;
    found.push(modulus(guess.re - re, guess.im - im));
  }
  return found;
}

const UNDEFINED: Output = { kind: "undefined" };

/** In units that keep the squares of the truth in range. */
function sumOfSquares(values: readonly number[], unit: number): number {
  return values.reduce((sum, value) => sum + (value / unit) * (value / unit), 0);
}
