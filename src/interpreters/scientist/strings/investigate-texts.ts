import type { Assignment } from "../../../contract/index.ts";
import { explanations } from "./explanations.ts";
import type { Vocabulary } from "./explanations.ts";
import { FIXED_TEXTS } from "./fixed-texts.ts";
import { separatingText } from "./separating-text.ts";
import { openTextLaboratory } from "./text-laboratory.ts";
import type { TextFinding } from "./text-finding.ts";
import { byWeight, remaining } from "./weighed.ts";

/** Texts that are asked before the first hypotheses are formed. */
const FIRST = 2;

/** Asks, forms hypotheses, tells them apart, and says what is left. */
export async function investigateTexts(
  assignment: Assignment,
  vocabulary: Vocabulary,
  signal: AbortSignal,
): Promise<TextFinding> {
  const lab = openTextLaboratory(assignment, signal);
  const draws = assignment.chance.fork("texts");
  await lab.ask(FIXED_TEXTS.slice(0, Math.max(FIRST, lab.atOnce())).map((text) => [text]));
  let alive = byWeight(explanations(vocabulary, lab.readings));
  let agreed = 0;
  while (lab.left() > 0 && agreed < 6) {
    const next = separatingText(alive, 1, draws);
    const unasked = FIXED_TEXTS.find((text) => lab.readings.every(({ texts }) => texts[0] !== text));
    if (next === null && unasked === undefined) break;
    const fresh = await lab.ask([next?.texts ?? [unasked ?? ""]]);
    const left = remaining(alive, fresh);
    agreed = next === null ? agreed + 1 : 0;
    alive = byWeight(left.length > 0 ? left : explanations(vocabulary, lab.readings));
  }
  return { hypotheses: alive, readings: lab.readings };
}
