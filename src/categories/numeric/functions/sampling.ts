import { BenchError } from "../../../core/index.ts";
import type { Draws } from "../../../core/index.ts";

// Parameters are drawn as whole numbers of tenths, so that each is the double nearest to a short
// decimal, as in the released data.

/** A tenth between the ends, both included; the ends are given in tenths. */
export function tenth(draws: Draws, min: number, max: number): number {
  return draws.integer(min, max) / 10;
}

/** A tenth other than 0 between −max and max, both included; `max` is given in tenths. */
export function nonzeroTenth(draws: Draws, max: number): number {
  return nonzeroInteger(draws, max) / 10;
}

/** A whole number other than 0 between −max and max, both included. */
export function nonzeroInteger(draws: Draws, max: number): number {
  const drawn = draws.integer(-max, max - 1);
  return drawn < 0 ? drawn : drawn + 1;
}

/** `count` tenths between −max and max, the last one other than 0; `max` is given in tenths. */
export function tenthsWithLeading(draws: Draws, count: number, max: number): number[] {
  const rest = Array.from({ length: count - 1 }, () => tenth(draws, -max, max));
  return [...rest, nonzeroTenth(draws, max)];
}

/** A rate of growth or decay between 0.01 and 0.05, which shows on [−128, 128] and stays finite. */
export function slowRate(draws: Draws): number {
  return draws.integer(10, 50) / 1000;
}

/**
 * Starts of stretches of the given lengths, from left to right, all within the ends and at least
 * `gap` apart; whole numbers. Throws `bad-argument` where there is no room for them, or none.
 */
export function ascendingApart(
  draws: Draws,
  ends: { readonly from: number; readonly to: number },
  lengths: readonly number[],
  gap: number,
): number[] {
  const used = lengths.reduce((sum, length) => sum + length + gap, -gap);
  const room = ends.to - ends.from - used;
  if (lengths.length === 0 || room < 0) {
    throw new BenchError(
      "bad-argument",
      `Expected at least one stretch, and room for all of them; got ${lengths.length} that leave ` +
        `${room} tenths; ask for fewer or narrower ones`,
    );
  }
  const offsets = lengths.map(() => draws.integer(0, room)).toSorted((a, b) => a - b);
  let before = ends.from;
  return lengths.map((length, i) => {
    const start = before + (offsets[i] ?? 0);
    before += length + gap;
    return start;
  });
}
