import { isDefined, modulus } from "../../../scoring/index.ts";
import type { IndexRange, ValueColumn } from "../../../scoring/index.ts";

const RELATIVE = 0.01;
const ABSOLUTE = 1e-9;

/**
 * Whether guess g agrees with truth f at a point: |g − f| ≤ 0.01·max(|f|, scale) + 1e-9, moduli
 * for complex values. Where the truth has no value the guess agrees exactly if it has none either,
 * be it that the code gave nothing, gave no number, or threw.
 */
export function agrees(
  truth: ValueColumn,
  guess: ValueColumn,
  scale: number,
  index: number,
): boolean {
  if (!isDefined(truth, index)) return !isDefined(guess, index);
  if (!isDefined(guess, index)) return false;
  const re = truth.re[index] ?? NaN;
  const im = truth.im?.[index] ?? 0;
  const gap = modulus((guess.re[index] ?? NaN) - re, (guess.im?.[index] ?? 0) - im);
  return gap <= RELATIVE * Math.max(modulus(re, im), scale) + ABSOLUTE;
}

/**
 * The share of the points of some ranges at which the guess agrees with the truth, 0 to 1; `null`
 * without points. `scale` is the truth's spread over the domain, so that it stays the same in every
 * range.
 */
export function agreement(
  truth: ValueColumn,
  guess: ValueColumn,
  scale: number,
  ...ranges: readonly IndexRange[]
): number | null {
  let hits = 0;
  let points = 0;
  for (const { start, end } of ranges) {
    points += end - start;
    for (let index = start; index < end; index += 1)
      if (agrees(truth, guess, scale, index)) hits += 1;
  }
  return points === 0 ? null : hits / points;
}
