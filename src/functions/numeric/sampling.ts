import type { Draws } from "../../core/index.ts";

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
