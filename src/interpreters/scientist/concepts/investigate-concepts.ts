import type { Assignment } from "../../../contract/index.ts";
import type { Candidate } from "./candidate.ts";
import { exceptionOf, suspicions } from "./exceptions.ts";
import type { Suspicion } from "./exceptions.ts";
import type { Hypothesis } from "./hypothesis.ts";
import { nameOf } from "./name-of.ts";
import { scan } from "./scan.ts";
import type { Scan } from "./scan.ts";
import { noteBelief, noteFirst, noteScan } from "./story.ts";
import { ACTIVE, nearWords, STRONG, study, surestWords, unexplained, weighed } from "./study.ts";
import type { Belief } from "./study.ts";
import type { TopicSpace } from "./topic-space.ts";
import type { WordFinding } from "./word-finding.ts";
import { openWordLaboratory } from "./word-laboratory.ts";
import type { WordLaboratory } from "./word-laboratory.ts";

/** Shares of what is left: to find a first concept, a second one before and after all else, to tell apart. */
const FIRST = 0.5;
const SECOND = 0.25;
const LAST = 0.6;
const APART = 0.5;
/** Queries after which it is looked again whether any word is active. */
const MORE = 12;
/** How likely it is that a unit detects nothing that is known, and that it detects no second concept. */
const NOTHING = 0.02;
const SINGLE = 0.75;
/** Words that are asked to see an exception, and words asked twice to see noise, at most. */
const FOR_EXCEPTION = 40;
const TWICE = 4;
/** Queries that are worth another look for a second concept. */
const LEAST_LEFT = 12;

/** Asks, forms hypotheses, tells them apart, and says what is left; `null` where nothing is active. */
export async function investigateConcepts(
  assignment: Assignment,
  space: TopicSpace,
  signal: AbortSignal,
): Promise<WordFinding | null> {
  const lab = openWordLaboratory(assignment, signal);
  const draws = assignment.chance.fork("words");
  const given = (assignment.briefing.form.initialInputs ?? []).map(String);
  if (given.length > 0) {
    lab.note("experiment", `The ${given.length} words that are given away.`);
    await lab.ask(given);
    noteFirst(lab);
  }
  const first = await firstScan(lab, space, draws);
  if (lab.readings.every(({ activation }) => activation < ACTIVE)) return null;
  const second = await secondScan(lab, space, draws, first, SECOND);
  let parts = { space, lab, scans: [first.shares, second.shares] };
  lab.note("experiment", "Words on which the hypotheses disagree.");
  let belief = await study({ ...parts, allowed: Math.ceil(lab.left() * APART) });
  belief = await askNames(belief, parts);
  noteBelief(lab, belief);
  await lookForExceptions(belief, lab);
  if (lab.left() > LEAST_LEFT && belief.alive[0]?.hypothesis.two === null) {
    const last = await secondScan(lab, space, draws, first, LAST);
    parts = { ...parts, scans: [first.shares, second.shares, last.shares] };
    belief = await askNames(await study({ ...parts, allowed: lab.left() - TWICE }), parts);
    noteBelief(lab, belief);
  }
  if (lab.noise > 0.01) await lab.askAgain(twice(lab));
  return findingOf(weighed({ ...parts, allowed: 0 }), lab);
}

type Draws = Parameters<typeof scan>[0]["draws"];
type Parts = { space: TopicSpace; lab: WordLaboratory; scans: readonly (readonly number[])[] };

async function firstScan(lab: WordLaboratory, space: TopicSpace, draws: Draws): Promise<Scan> {
  lab.note("experiment", "Words that tell many topics apart, until one stands out.");
  const allowed = Math.ceil(lab.left() * FIRST);
  const whole = { space, lab, known: null, none: NOTHING, draws };
  let first = await scan({ ...whole, allowed });
  // Without a single active word there is nothing else to spend queries on.
  while (lab.left() > 0 && lab.readings.every(({ activation }) => activation < ACTIVE)) {
    const before = lab.left();
    first = await scan({ ...whole, allowed: Math.min(before, MORE) });
    if (lab.left() === before) break;
  }
  noteScan(lab, space, first, "first");
  return first;
}

async function secondScan(
  lab: WordLaboratory,
  space: TopicSpace,
  draws: Draws,
  { shares }: Scan,
  part: number,
): Promise<Scan> {
  const known = likeliest(space, shares);
  lab.note("experiment", `Words apart from ${known?.names[0] ?? "it"}, for a second concept.`);
  const allowed = Math.ceil(lab.left() * part);
  const second = await scan({ space, lab, known, none: SINGLE, allowed, draws });
  noteScan(lab, space, second, "second");
  return second;
}

function likeliest({ candidates }: TopicSpace, shares: readonly number[]): Candidate | null {
  const best = shares
    .slice(0, -1)
    .reduce((top, each, i) => (each > (shares[top] ?? 0) ? i : top), 0);
  return candidates[best] ?? null;
}

/** Hypotheses whose names are asked, and common words that may be names, at most. */
const NAMED = 6;
const NEAR_WORDS = 16;
/** A share of the probability from which names outside of the vocabulary are not looked for. */
const KNOWN = 0.8;

/** What a concept is called is surely about it: asks names until the likeliest concepts have one. */
async function askNames(start: Belief, parts: Parts): Promise<Belief> {
  const { lab, space } = parts;
  let belief = start;
  lab.note("experiment", "What the likeliest concepts are called ought to activate the unit.");
  for (let step = 0; step < NAMED && lab.left() > 0; step += 1) {
    const [best] = belief.alive;
    const names = best === undefined ? [] : unknownNames(best.hypothesis, lab);
    if (names.length === 0) break;
    await lab.ask(names);
    belief = weighed({ ...parts, allowed: 0 });
  }
  if (isKnown(belief, lab) || lab.left() === 0) return belief;
  lab.note("experiment", "Common words used like those that activate it: one may be its name.");
  const topic = belief.alive[0]?.hypothesis.one;
  const near = nearWords(space, lab, topic).filter((word) => !lab.wasAsked(word));
  await lab.ask(near.slice(0, Math.min(NEAR_WORDS, Math.ceil(lab.left() / 3))));
  return study({ ...parts, allowed: Math.ceil(lab.left() / 3) });
}

/** Whether the likeliest hypothesis is sure, of topics alone, and leaves no cluster of words over. */
function isKnown({ alive, shares }: Belief, { readings }: WordLaboratory): boolean {
  const [best] = alive;
  if (best === undefined || (shares[0] ?? 0) <= KNOWN) return false;
  const { one, two } = best.hypothesis;
  const strong = readings.filter(({ activation }) => activation >= STRONG);
  const over = two === null ? unexplained(strong, one) : [];
  return one.isTopic && two?.isTopic !== false && over.length < 2;
}

/** Names of concepts of which no name is known to activate the unit. */
function unknownNames({ one, two }: Hypothesis, lab: WordLaboratory): readonly string[] {
  return [one, ...(two === null ? [] : [two])]
    .filter(({ names }) => names.every((name) => (lab.activationOf(name) ?? 0) < STRONG))
    .flatMap(({ names }) => names.filter((name) => !lab.wasAsked(name)));
}

/** Odds, as logarithms, between which it is worth asking more. */
const OPEN = [-5, 6] as const;

async function lookForExceptions(belief: Belief, lab: WordLaboratory): Promise<void> {
  const [best] = belief.alive;
  if (best === undefined) return;
  lab.note("experiment", "More words that ought to activate it: some may be an exception.");
  let asked = 0;
  while (lab.left() > 0 && asked < FOR_EXCEPTION) {
    const words = surestWords(belief, lab);
    const open = suspicions(best.hypothesis, lab.readings).filter(
      ({ odds }) => odds > OPEN[0] && odds < OPEN[1],
    );
    const wanted = discriminating(words, open);
    const next = (wanted.length > 0 ? wanted : words).slice(0, Math.min(6, lab.left()));
    if (next.length === 0) return;
    await lab.ask(next);
    asked += next.length;
  }
}

/** Words that the likeliest exceptions say different things of, or that the likeliest is about. */
function discriminating(words: readonly string[], open: readonly Suspicion[]): readonly string[] {
  const [one, two] = open;
  if (one === undefined) return [];
  const first = (word: string): boolean => one.condition.holds(word);
  const apart = words.filter((word) => first(word) !== (two?.condition.holds(word) ?? false));
  return apart.length > 0 ? apart : words.filter(first);
}

function twice(lab: WordLaboratory): readonly string[] {
  return lab.readings
    .filter(({ activation }) => activation >= ACTIVE && activation < 0.98)
    .slice(0, TWICE)
    .map(({ text }) => text);
}

/**
 * Of a hundred findings that are as good as sure, how many are right: answers to words of one kind hang
 * together, and what is called by a word alone may be called otherwise.
 */
const TRUST = { topic: 0.85, word: 0.5, topics: 0.75, words: 0.3 } as const;

function trustIn({ one, two }: Hypothesis): number {
  if (two === null) return one.isTopic ? TRUST.topic : TRUST.word;
  return one.isTopic && two.isTopic ? TRUST.topics : TRUST.words;
}

function findingOf({ alive, shares }: Belief, lab: WordLaboratory): WordFinding | null {
  const [best] = alive;
  if (best === undefined) return null;
  const { one, two } = best.hypothesis;
  const names = [one, ...(two === null ? [] : [two])].map((each) => nameOf(each, lab));
  return {
    hypothesis: best.hypothesis,
    names,
    confidence: (shares[0] ?? 0) * trustIn(best.hypothesis),
    exception: exceptionOf(best.hypothesis, lab),
    active: lab.readings
      .filter(({ activation }) => activation >= STRONG)
      .toSorted((a, b) => b.activation - a.activation)
      .map(({ text }) => text),
    noise: lab.noise > 0.01 ? lab.noise : 0,
    isRandom: lab.isRandom,
  };
}
