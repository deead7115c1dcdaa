import { areNeighbours, takingInAll, takingInPart } from "./candidate.ts";
import type { Candidate } from "./candidate.ts";
import { evidenceOf } from "./evidence.ts";
import type { Evidence } from "./evidence.ts";
import { relief } from "./exceptions.ts";
import { expectedGain } from "./gain.ts";
import { activity, priorOf, sharesOfWeights } from "./hypothesis.ts";
import type { Hypothesis, Weighed } from "./hypothesis.ts";
import type { TopicSpace } from "./topic-space.ts";
import { middleOf, nearness } from "../../../vectors/index.ts";
import type { WordLaboratory, WordReading } from "./word-laboratory.ts";
import { keyOf, stemOf } from "./word-key.ts";

/** Activation from which a word counts as one that activates a unit. */
export const ACTIVE = 0.3;
/** Activation from which a word is plainly about what a unit detects. */
export const STRONG = 0.75;

/** Candidates that are joined with each other, and hypotheses that are told apart, at most. */
const MOST_TOPICS = 14;
const MOST_WORDS = 10;
const MOST_ALIVE = 30;
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
    const words = nextWords(belief, options, Math.min(open, Math.max(5, lab.atOnce())));
    if (words.length === 0) break;
    await lab.ask(words);
    belief = weighed(options);
  }
  return belief;
}

/** All that may explain the answers: topics and words alone, and joined in pairs. */
export function weighed({ space, lab, scans }: StudyOptions): Belief {
  const evidence = evidenceOf(lab.readings);
  const topics = likelyTopics(space, scans);
  const pool = [...topics, ...likelyWords(space, lab, topics[0])];
  const partners = { or: space.candidates.length, and: 30, "and-not": 30 };
  const weigh = (hypothesis: Hypothesis): Weighed => ({
    hypothesis,
    weight: priorOf(hypothesis, partners) + evidence.of(hypothesis),
  });
  const alone = pool.map((one): Hypothesis => ({ one, two: null, join: "or" })).map(weigh);
  const first = byWeight(alone).slice(0, MOST_TOPICS);
  const wider = first.flatMap(({ hypothesis: { one } }) => withNeighbours(one, pool, evidence));
  const firsts = byWeight([...first, ...wider.map((one) => weigh({ one, two: null, join: "or" }))])
    .slice(0, MOST_TOPICS)
    .map(({ hypothesis }) => hypothesis.one);
  const seconds = secondsBeside(firsts[0], pool, lab.readings);
  const isFresh = freshness();
  const pairs = firsts.flatMap((one, i): Hypothesis[] => [
    ...[...pool, ...wider, ...seconds]
      .filter((two) => isFresh(one, two) && !firsts.slice(0, i).includes(two))
      .map((two): Hypothesis => ({ one, two, join: "or" })),
    ...firsts
      .slice(i + 1)
      .filter((two) => isFresh(one, two))
      .map((two): Hypothesis => ({ one, two, join: "and" })),
  ]);
  const takenAway = firsts
    .slice(0, 3)
    .flatMap((one) =>
      space.candidates
        .filter((two) => isFresh(one, two) && areNeighbours(one, two))
        .map((two): Hypothesis => ({ one, two, join: "and-not" })),
    );
  const singles = [...alone, ...wider.map((one) => weigh({ one, two: null, join: "or" }))];
  const all = byWeight([...singles, ...pairs.map(weigh), ...takenAway.map(weigh)]);
  const alive = byWeight(all.slice(0, MOST_ALIVE).map((each) => reconsidered(each, lab)));
  const shares = sharesOfWeights(alive.map(({ weight }) => weight));
  return inGroups(alive, shares);
}

/** Second concepts by the answers that the likeliest first one says nothing of, at most. */
const MOST_SECONDS = 8;

function secondsBeside(
  first: Candidate | undefined,
  pool: readonly Candidate[],
  readings: readonly WordReading[],
): readonly Candidate[] {
  const evidence = evidenceOf(unexplained(readings, first));
  const weigh = (one: Candidate): Weighed => {
    const hypothesis: Hypothesis = { one, two: null, join: "or" };
    return { hypothesis, weight: one.prior + evidence.of(hypothesis) };
  };
  return byWeight(pool.map(weigh))
    .slice(0, MOST_SECONDS)
    .flatMap(({ hypothesis: { one } }) => withNeighbours(one, pool, evidence));
}

/** What it costs, as a logarithm, that none of a concept's names activates the unit. */
const NAMELESS = -5;

/** A hypothesis with what an exception may explain, and what the names of its concepts say. */
function reconsidered({ hypothesis, weight }: Weighed, lab: WordLaboratory): Weighed {
  const { bonus, best } = relief(hypothesis, lab.readings);
  const isSilent = (name: string): boolean => best?.condition.holds(name) === true;
  return { hypothesis, weight: weight + bonus + namelessness(hypothesis, lab, isSilent) };
}

function namelessness(
  { one, two, join }: Hypothesis,
  lab: WordLaboratory,
  isExcepted: (name: string) => boolean,
): number {
  const own = two === null || join === "and-not" ? [one] : [one, two];
  // Where both are wanted the name of one need not do.
  if (join === "and") return 0;
  const nameless = own.filter(({ names }) =>
    names.every((name) => !isExcepted(name) && (lab.activationOf(name) ?? 1) < ACTIVE),
  );
  return nameless.length * NAMELESS;
}

/** Puts together what is called alike: the likeliest goes first, with the share of all of them. */
function inGroups(alive: readonly Weighed[], shares: readonly number[]): Belief {
  const groups = new Map<string, { readonly best: Weighed; share: number }>();
  alive.forEach((each, i) => {
    const { one, two, join } = each.hypothesis;
    const names = [one.names[0] ?? "", ...(two === null ? [] : [two.names[0] ?? ""])];
    const key = (join === "and-not" ? names : names.toSorted()).concat(join).join("/");
    const group = groups.get(key) ?? { best: each, share: 0 };
    groups.set(key, group);
    group.share += shares[i] ?? 0;
  });
  const sorted = [...groups.values()].toSorted((a, b) => b.share - a.share);
  return {
    alive: sorted.map(({ best }) => best),
    shares: sorted.map(({ share }) => share),
  };
}

/** Whether two candidates are called differently; what each is called is looked at once. */
function freshness(): (one: Candidate, two: Candidate) => boolean {
  const stems = new Map<Candidate, readonly string[]>();
  const stemsFor = (candidate: Candidate): readonly string[] => {
    const known = stems.get(candidate) ?? candidate.names.map(stemOf);
    stems.set(candidate, known);
    return known;
  };
  return (one, two) => !stemsFor(one).some((stem) => stemsFor(two).includes(stem));
}

function byWeight(hypotheses: readonly Weighed[]): readonly Weighed[] {
  return hypotheses.toSorted((a, b) => b.weight - a.weight);
}

/** Neighbours that a concept takes in, at most. */
const MOST_TAKEN_IN = 3;

/** A concept that takes in the neighbours which explain most beside it, one after the other. */
function withNeighbours(
  candidate: Candidate,
  pool: readonly Candidate[],
  evidence: Evidence,
): readonly Candidate[] {
  const wider: Candidate[] = [];
  const others = pool.filter((each) => each.isTopic && each.names[0] !== candidate.names[0]);
  const weightOf = (one: Candidate): number =>
    one.prior + evidence.of({ one, two: null, join: "or" });
  let own = candidate;
  while (wider.length < MOST_TAKEN_IN) {
    const before = weightOf(own);
    const next = others
      .flatMap((each) => [takingInPart(own, each), takingInAll(own, each) ?? []].flat())
      .map((one) => ({ one, weight: weightOf(one) }))
      .reduce<{ one: Candidate; weight: number } | null>(
        (best, each) => (best === null || each.weight > best.weight ? each : best),
        null,
      );
    if (next === null || next.weight <= before) break;
    own = next.one;
    wider.push(own);
  }
  return wider;
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

/** What nearness to the middle of all that is active is worth, for a cosine of 1, as a logarithm. */
const CENTRAL = 12;
const USUAL_NEARNESS = 0.6;

/**
 * Words that activate the unit plainly and may be what its concept is called: of all active words, and of
 * those that the likeliest topic does not explain.
 */
function likelyWords(
  { directionOf, called }: TopicSpace,
  { readings }: WordLaboratory,
  topic: Candidate | undefined,
): readonly Candidate[] {
  const strong = readings.filter(({ activation }) => activation >= STRONG);
  const rest = unexplained(strong, topic);
  const clusters = [strong, ...(rest.length > 0 && rest.length < strong.length ? [rest] : [])];
  return clusters.flatMap((cluster) => {
    const known = cluster.flatMap(({ text }) => {
      const direction = directionOf(text);
      return direction === null ? [] : [{ text, direction }];
    });
    if (known.length === 0) return [];
    const middle = middleOf(known.map(({ direction }) => direction));
    return known
      .map(({ text, direction }): Candidate => {
        const candidate = called(text);
        const near = nearness(middle, direction) - USUAL_NEARNESS;
        return { ...candidate, prior: candidate.prior + CENTRAL * near };
      })
      .toSorted((a, b) => b.prior - a.prior)
      .slice(0, MOST_WORDS);
  });
}

/** Readings of words that have nothing to do with a topic. */
export function unexplained(
  readings: readonly WordReading[],
  topic: Candidate | undefined,
): readonly WordReading[] {
  if (topic === undefined) return [];
  const single: Hypothesis = { one: topic, two: null, join: "or" };
  return readings.filter(({ text }) => activity(single, text) < 0.05);
}

/** Common words that are asked, at most, and how near to the middle of what is active they have to be. */
const MOST_NEAR = 24;
const LEAST_NEARNESS = 0.4;

/** Common words that are used like those that activate the unit, or like those that a topic does not explain. */
export function nearWords(
  space: TopicSpace,
  { readings }: WordLaboratory,
  topic: Candidate | undefined,
): readonly string[] {
  const active = readings.filter(({ activation }) => activation >= ACTIVE);
  const rest = unexplained(active, topic);
  const clusters = [active, ...(rest.length > 0 && rest.length < active.length ? [rest] : [])];
  const lists = clusters.map((cluster) => wordsNear(space, cluster));
  return Array.from({ length: MOST_NEAR }, (_, i) => lists.flatMap((list) => list[i] ?? [])).flat();
}

function wordsNear(space: TopicSpace, cluster: readonly WordReading[]): readonly string[] {
  const known = cluster.flatMap(({ text, activation }) => {
    const direction = space.directionOf(text);
    return direction === null ? [] : [{ direction, activation }];
  });
  if (known.length === 0) return [];
  const middle = middleOf(
    known.map(({ direction }) => direction),
    known.map(({ activation }) => activation),
  );
  const found: { word: string; near: number }[] = [];
  for (const { word, direction } of space.common) {
    const near = nearness(middle, direction);
    if (near > LEAST_NEARNESS) found.push({ word, near });
  }
  return found
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
      ...(own.some(({ isTopic }) => !isTopic)
        ? nearWords(
            space,
            lab,
            own.find(({ isTopic }) => isTopic),
          )
        : []),
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
