import type { Draws } from "../../../core/index.ts";
import { matches } from "../../../categories/strings/index.ts";
import type { Condition } from "../../../categories/strings/index.ts";
import { CONDITIONS } from "./conditions.ts";
import { drawnText } from "./drawn-text.ts";
import type { TextReading } from "./outcome.ts";

/** How often each condition should have been met, and not met, before it is believed to be none. */
const ENOUGH = 2;
/** Texts among which the most useful one is sought. */
const TRIED = 24;
const LENGTHS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 18, 20, 25, 30, 36, 45];

/** The share of conditions that were met as often as needed. */
export function coveredShare(readings: readonly TextReading[]): number {
  return 1 - uncovered(readings).length / CONDITIONS.length;
}

/**
 * A text that meets conditions which few texts met so far, so that an exception would show; `null`
 * where every condition was tried.
 */
export function uncoveredText(readings: readonly TextReading[], draws: Draws): string | null {
  const needed = uncovered(readings);
  const texts = Array.from({ length: TRIED }, () =>
    drawnText(draws, { favourites: [], length: draws.pick(LENGTHS) }),
  );
  let best: string | null = null;
  let most = 0;
  for (const text of texts) {
    const covered = needed.filter((condition) => matches(condition, text)).length;
    const worth = covered / (2 + text.length);
    if (worth > most) [best, most] = [text, worth];
  }
  return best;
}

function uncovered(readings: readonly TextReading[]): readonly Condition[] {
  return CONDITIONS.filter((condition) => {
    const met = readings.filter(({ texts: [text = ""] }) => matches(condition, text));
    return met.length < ENOUGH;
  });
}
