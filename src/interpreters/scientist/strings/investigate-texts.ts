import type { Assignment } from "../../../contract/index.ts";
import type { Draws } from "../../../core/index.ts";
import { withoutException } from "../../../categories/strings/index.ts";
import type { StringLaw } from "../../../categories/strings/index.ts";
import { conclude } from "./conclusion.ts";
import { coveredShare } from "./coverage.ts";
import type { Vocabularies } from "./explanations.ts";
import { firstInputs, moreInputs } from "./first-inputs.ts";
import type { Hypothesis } from "./hypothesis.ts";
import { nextInput } from "./next-input.ts";
import { explain, searchOf } from "./search.ts";
import type { Search } from "./search.ts";
import { noteHypotheses, noteRefuted } from "./story.ts";
import type { TextFinding } from "./text-finding.ts";
import { openTextLaboratory } from "./text-laboratory.ts";
import type { TextLaboratory } from "./text-laboratory.ts";
import { withTwins } from "./twins.ts";
import { byWeight, remaining } from "./weighed.ts";

/** Laws that are remembered when a reading speaks against them, at most. */
const REMEMBERED = 30;
const MOST_REMEMBERED = 120;

/** What is believed at some point of an investigation. */
interface Belief {
  /** The functions that may be, the likeliest first. */
  readonly alive: readonly Hypothesis[];
  /** Laws that held for a while. */
  readonly believed: readonly StringLaw[];
  readonly confirmations: number;
  /** True once no input was found that tells the likeliest from another. */
  readonly isSettled: boolean;
  /** Whether the oddities of the released code were thought of. */
  readonly hasTwins: boolean;
}

const NOTHING_YET: Belief = {
  alive: [],
  believed: [],
  confirmations: 0,
  isSettled: false,
  hasTwins: false,
};

/** Asks, forms hypotheses, tells them apart, and says what is left. */
export async function investigateTexts(
  assignment: Assignment,
  words: Vocabularies,
  signal: AbortSignal,
): Promise<TextFinding> {
  const lab = openTextLaboratory(assignment, signal);
  const draws = assignment.chance.fork("texts");
  const arity = assignment.briefing.form.arguments.length;
  await look(lab, arity);
  const search = searchOf(words);
  let belief = searched(NOTHING_YET, lab, search);
  while (lab.left() > 0) {
    const after = await oneStep(belief, lab, { search, arity, draws });
    if (after === null) break;
    belief = after;
  }
  const evidence = {
    ...belief,
    readings: lab.readings,
    covered: coveredShare(lab.readings),
    isWhole: belief.alive.length < 1000,
  };
  return conclude(belief.alive, evidence, draws);
}

async function look(lab: TextLaboratory, arity: number): Promise<void> {
  const first = firstInputs(arity, lab.atOnce());
  lab.note("experiment", `A first look: ${first.length} texts that show much at once.`);
  await lab.ask(first);
  const more = moreInputs(arity, lab.readings);
  if (more.length === 0) return;
  lab.note("experiment", "The answers tell little, so a few more texts are asked at once.");
  await lab.ask(more);
}

interface Means {
  readonly search: Search;
  readonly arity: number;
  readonly draws: Draws;
}

/** One experiment and what is learned from it; `null` where there is nothing left to ask. */
async function oneStep(
  belief: Belief,
  lab: TextLaboratory,
  { search, arity, draws }: Means,
): Promise<Belief | null> {
  const { alive } = belief;
  const next = nextInput({ ...belief, readings: lab.readings, count: lab.atOnce(), arity }, draws);
  if (next?.isSettled === true && !belief.hasTwins && alive.length > 0) {
    const both = withTwins(alive, lab.readings);
    return { ...belief, alive: both, hasTwins: true, isSettled: both.length === alive.length };
  }
  if (next === null) return null;
  lab.note("experiment", next.why);
  const fresh = await lab.ask(next.inputs);
  if (fresh.length === 0) return null;
  const left = byWeight(remaining(alive, fresh));
  noteRefuted(lab, alive, left, fresh[0]);
  if (left.length === 0) return searched({ ...belief, isSettled: false }, lab, search);
  const isSettled = next.isSettled && left.length === alive.length;
  return { ...belief, alive: left, isSettled, confirmations: belief.confirmations + fresh.length };
}

/** Forms hypotheses anew from all readings. */
function searched(belief: Belief, lab: TextLaboratory, search: Search): Belief {
  const dropped = belief.alive.slice(0, REMEMBERED).map(({ spec }) => withoutException(spec));
  const believed = [...dropped, ...belief.believed].slice(0, MOST_REMEMBERED);
  const alive = explain(search, lab.readings, believed);
  noteHypotheses(lab, alive);
  return { alive, believed, confirmations: 0, isSettled: false, hasTwins: false };
}
