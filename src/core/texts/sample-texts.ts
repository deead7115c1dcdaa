import type { Draws } from "../chance.ts";
import { changedText } from "./changed-text.ts";
import { sampleText } from "./sample-text.ts";

/** How often a further text is like the first, so that what texts have in common is seen. */
const RELATED = 0.25;

/** A typical text for each of so many arguments. */
export function sampleTexts(count: number, draws: Draws): readonly string[] {
  const first = sampleText(draws);
  const others = Array.from({ length: count - 1 }, () =>
    draws.uniform() < RELATED ? changedText(first, draws) : sampleText(draws),
  );
  return [first, ...others];
}
