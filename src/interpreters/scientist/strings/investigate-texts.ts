import type { Assignment } from "../../../contract/index.ts";
import { withoutException } from "../../../functions/index.ts";
import type { StringLaw } from "../../../functions/index.ts";
import { uncoveredText } from "./coverage.ts";
import type { Vocabulary } from "./explanations.ts";
import { FIXED_TEXTS } from "./fixed-texts.ts";
import { numberOfWord } from "./letters.ts";
import type { Outcome } from "./outcome.ts";
import { explain } from "./search.ts";
import { separatingText } from "./separating-text.ts";
import type { Separation } from "./separating-text.ts";
import { openTextLaboratory } from "./text-laboratory.ts";
import type { TextFinding } from "./text-finding.ts";
import { byWeight, remaining } from "./weighed.ts";

/** Texts that are asked before the first hypotheses are formed. */
const FIRST = 2;
/** Texts that are asked before, where answers tell little, such as number words. */
const POOR = 5;
/** Laws that are remembered when a reading speaks against them, at most. */
const REMEMBERED = 30;

/** Asks, forms hypotheses, tells them apart, and says what is left. */
export async function investigateTexts(
  assignment: Assignment,
  vocabularies: { readonly sound: Vocabulary; released(): Vocabulary },
  signal: AbortSignal,
): Promise<TextFinding> {
  const lab = openTextLaboratory(assignment, signal);
  const draws = assignment.chance.fork("texts");
  let believed: readonly StringLaw[] = [];
  const again = () => explain({ ...vocabularies, believed }, lab.readings);
  await lab.ask(FIXED_TEXTS.slice(0, Math.max(FIRST, lab.atOnce())).map((text) => [text]));
  if (lab.readings.every(({ outcome }) => isPoor(outcome)))
    await lab.ask(FIXED_TEXTS.slice(lab.readings.length, POOR).map((text) => [text]));
  let alive = again();
  let isSettled = false;
  while (lab.left() > 0) {
    const next: Separation | null = isSettled ? null : separatingText(alive, 1, draws);
    isSettled = next === null;
    const unasked = FIXED_TEXTS.find((text) =>
      lab.readings.every(({ texts }) => texts[0] !== text),
    );
    const text = next?.texts[0] ?? unasked ?? uncoveredText(lab.readings, draws);
    if (text === null) break;
    const fresh = await lab.ask([[text]]);
    const left = remaining(alive, fresh);
    if (left.length === 0) {
      believed = [...alive.slice(0, REMEMBERED).map(({ spec }) => withoutException(spec)), ...believed].slice(0, 4 * REMEMBERED);
    }
    if (left.length < alive.length) isSettled = false;
    alive = left.length > 0 ? byWeight(left) : again();
  }
  return { hypotheses: alive, readings: lab.readings };
}

/** Whether an answer leaves very many laws possible. */
function isPoor(outcome: Outcome): boolean {
  return outcome === null || outcome.length <= 3 || numberOfWord(outcome) !== undefined;
}
