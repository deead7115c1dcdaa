import { wordCandidate } from "./candidate.ts";
import type { Candidate } from "./candidate.ts";
import { expectedGain } from "./gain.ts";
import type { Join } from "./grades.ts";
import { activity, logLikelihood, priorOf, sharesOfWeights } from "./hypothesis.ts";
import type { Hypothesis, Weighed } from "./hypothesis.ts";
import type { TopicSpace } from "./topic-space.ts";
import { middleOf, nearness } from "./word-vectors.ts";
import type { WordLaboratory } from "./word-laboratory.ts";
import { keyOf } from "./word-key.ts";

/** Activation from which a word counts as one that activates a unit. */
export const ACTIVE = 0.3;
/** Activation from which a word is plainly about what a unit detects. */
export const STRONG = 0.75;

/** Candidates that are joined with each other, and hypotheses that are told apart, at most. */
const MOST_TOPICS = 14;
const MOST_WORDS = 10;
const MOST_ALIVE = 40;
/** Topics whose middles are so near may share words. */
const RELATED = 0.35;
/** What an answer is worth asking for, in nats. */
const LEAST_GAIN = 0.01;

/** What is believed of a unit. */
export interface Belief {
  /** The likeliest first. */
  readonly alive: readonly Weighed[];
  /** Their shares of the probability. */
  readonly shares: readonly number[];
}

/** What a study is of. */
export interface StudyOptions {
  readonly space: TopicSpace;
  readonly lab: WordLaboratory;
  /** How likely each topic is alone, and as a second one, in their order. */
  readonly scans: readonly (readonly number[])[];
  readonly allowed: number;
}

/** Tells one concept from two and from neighbours, by words on which hypotheses disagree. */
export async function study(options: StudyOptions): Promise<Belief> {
  const { lab, allowed } = options;
  const before = lab.readings.length;
  let belief = weighed(options);
  while (lab.left() > 0 && lab.readings.length - before < allowed) {
    const open = Math.min(lab.left(), allowed - (lab.readings.length - before));
    const words = nextWords(belief, options, Math.min(open, Math.max(4, lab.atOnce())));
    if (words.length === 0) break;
    await lab.ask(words);
    belief = weighed(options);
  }
  return belief;
}

/** All that may explain the answers: topics and words alone, and joined in pairs. */
export function weighed({ space, lab, scans }: StudyOptions): Belief {
  const { readings } = lab;
  const topics = likelyTopics(space, scans);
  const words = likelyWords(space, lab);
  const pool = [...topics, ...words];
  const partners = { or: space.candidates.length, and: 15, "and-not": 15 };
  const singles = pool.map((one): Hypothesis => ({ one, two: null, join: "or" }));
  const weigh = (hypothesis: Hypothesis): Weighed => ({
    hypothesis,
    weight: priorOf(hypothesis, partners) + logLikelihood(hypothesis, readings),
  });
  const alone = singles.map(weigh).toSorted((a, b) => b.weight - a.weight);
  const first = alone.slice(0, MOST_TOPICS).map(({ hypothesis }) => hypothesis.one);
  const isFresh = (a: Candidate, b: Candidate): boolean => a !== b && a.names[0] !== b.names[0];
  const pairs = first.flatMap((one, i) => [
    ...pool
      .filter((two) => isFresh(one, two) && !first.slice(0, i).includes(two))
      .map((two): Hypothesis => ({ one, two, join: "or" })),
    ...first
      .slice(i + 1)
      .filter((two) => isFresh(one, two))
      .map((two): Hypothesis => ({ one, two, join: "and" })),
  ]);
  const takenAway = first.slice(0, 4).flatMap((one) =>
    space.candidates
      .filter((two) => isFresh(one, two) && isRelated(one, two))
      .map((two): Hypothesis => ({ one, two, join: "and-not" })),
  );
  const alive = [...alone, ...pairs.map(weigh), ...takenAway.map(weigh)]
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, MOST_ALIVE);
  return { alive, shares: sharesOfWeights(alive.map(({ weight }) => weight)) };
}

function isRelated({ direction: a }: Candidate, { direction: b }: Candidate): boolean {
  return a !== null && b !== null && nearness(a, b) > RELATED;
}

function likelyTopics(
  { candidates }: TopicSpace,
  scans: readonly (readonly number[])[],
): readonly Candidate[] {
  const chosen = scans.flatMap((shares) =>
    [...candidates.keys()]
      .toSorted((a, b) => (shares[b] ?? 0) - (shares[a] ?? 0))
      .slice(0, MOST_TOPICS),
  );
  return [...new Set(chosen)].flatMap((i) => candidates[i] ?? []);
}

/** Words that activate the unit plainly and may be what its concept is called. */
function likelyWords({ vectors }: TopicSpace, { readings }: WordLaboratory): readonly Candidate[] {
  const strong = readings.filter(({ activation }) => activation >= STRONG);
  const known = strong.flatMap(({ text }) => {
    const direction = vectors.directionOf(text);
    return direction === null ? [] : [{ text, direction }];
  });
  if (known.length < 2) return [];
  const middle = middleOf(known.map(({ direction }) => direction));
  return known
    .map(({ text, direction }) => ({ text, near: nearness(middle, direction) }))
    .toSorted((a, b) => b.near - a.near)
    .slice(0, MOST_WORDS)
    .map(({ text }) => wordCandidate(text, vectors));
}

/** Common words from which names of concepts are taken, and how many of them are asked, at most. */
const COMMON = 20_000;
const MOST_NEAR = 24;

/** Common words that are used like those that activate the unit. */
export function nearWords(space: TopicSpace, lab: WordLaboratory): readonly string[] {
  const strong = lab.readings.flatMap(({ text, activation }) => {
    const direction = activation < ACTIVE ? null : space.directionOf(text);
    return direction === null ? [] : [{ direction, activation }];
  });
  if (strong.length < 2) return [];
  const middle = middleOf(
    strong.map(({ direction }) => direction),
    strong.map(({ activation }) => activation),
  );
  return space.vectors.words
    .slice(0, COMMON)
    .map((word, i) => ({ word, near: nearness(middle, space.vectors.at(i)) }))
    .filter(({ word }) => /^[a-z]{3,}$/u.test(word))
    .toSorted((a, b) => b.near - a.near)
    .slice(0, MOST_NEAR)
    .map(({ word }) => word);
}

function nextWords(
  { alive, shares }: Belief,
  { space, lab }: StudyOptions,
  count: number,
): readonly string[] {
  const hypotheses = alive.map(({ hypothesis }) => hypothesis);
  const likely = hypotheses.filter((_, i) => (shares[i] ?? 0) > 0.002);
  const own = likely.flatMap(({ one, two }) => [one, ...(two === null ? [] : [two])]);
  const words = new Map(
    [
      ...new Set(own.flatMap(({ names, words: list }) => [...names, ...list])),
      ...(own.some(({ isTopic }) => !isTopic) ? nearWords(space, lab) : []),
    ].map((word) => [keyOf(word), word]),
  );
  return [...words.values()]
    .filter((word) => !lab.wasAsked(word))
    .map((word) => ({ word, gain: expectedGain(word, hypotheses, shares) }))
    .filter(({ gain }) => gain >= LEAST_GAIN)
    .toSorted((a, b) => b.gain - a.gain)
    .slice(0, count)
    .map(({ word }) => word);
}

/** Words that the likeliest hypothesis says activate the unit, the surest first. */
export function surestWords({ alive }: Belief, lab: WordLaboratory): readonly string[] {
  const [best] = alive;
  if (best === undefined) return [];
  const { one, two } = best.hypothesis;
  return [...new Set([...one.words, ...(two?.words ?? [])])]
    .filter((word) => !lab.wasAsked(word))
    .map((word) => ({ word, chance: activity(best.hypothesis, word) }))
    .filter(({ chance }) => chance > 0.5)
    .toSorted((a, b) => b.chance - a.chance)
    .map(({ word }) => word);
}

/** How the hypotheses of a belief are joined, with the probability of each way. */
export function joinShares({ alive, shares }: Belief): ReadonlyMap<Join | "single", number> {
  const sums = new Map<Join | "single", number>();
  alive.forEach(({ hypothesis: { two, join } }, i) => {
    const way = two === null ? "single" : join;
    sums.set(way, (sums.get(way) ?? 0) + (shares[i] ?? 0));
  });
  return sums;
}
