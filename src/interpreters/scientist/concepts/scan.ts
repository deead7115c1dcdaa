import { ln } from "../../../core/index.ts";
import type { Draws } from "../../../core/index.ts";
import type { Candidate } from "./candidate.ts";
import { gainOf } from "./gain.ts";
import { RELATIONS } from "./grades.ts";
import { sharesOfWeights } from "./hypothesis.ts";
import type { TopicSpace } from "./topic-space.ts";
import type { WordLaboratory, WordReading } from "./word-laboratory.ts";

/** A share of the probability that is enough to look closer. */
const SURE = 0.97;
/** What an answer is worth asking for, in nats. */
const LEAST_GAIN = 0.02;
/** Topics whose words are thought of, and how many words of each, at most. */
const MOST_TOPICS = 160;
const FEW_WORDS = 3;
const MORE_WORDS = 10;

/** What a scan has found. */
export interface Scan {
  /** Each topic's share of the probability, in their order; the last is that there is none. */
  readonly shares: readonly number[];
}

/** What a scan is for. */
export interface ScanOptions {
  readonly space: TopicSpace;
  readonly lab: WordLaboratory;
  /** A concept that is known already: words that it explains tell nothing of another. */
  readonly known: Candidate | null;
  /** How likely it is that there is nothing to be found. */
  readonly none: number;
  /** Queries to spend at most. */
  readonly allowed: number;
  readonly draws: Draws;
}

/** Asks, time after time, the words that tell most about which topic it is, until one stands out. */
export async function scan(options: ScanOptions): Promise<Scan> {
  const { lab, allowed } = options;
  const before = lab.readings.length;
  let shares = scanned(options);
  while (lab.left() > 0 && lab.readings.length - before < allowed) {
    if (Math.max(...shares) > SURE) break;
    const open = Math.min(lab.left(), allowed - (lab.readings.length - before));
    const words = tellingWords(options, shares, Math.min(open, batchSize(lab, shares)));
    if (words.length === 0) break;
    await lab.ask(words);
    shares = scanned(options);
  }
  return { shares };
}

/** As long as nothing is known many words are asked at once. */
function batchSize(lab: WordLaboratory, shares: readonly number[]): number {
  return Math.max(lab.atOnce(), Math.max(...shares) < 0.05 ? 6 : 3);
}

/** How likely each topic is, or none, from what was answered so far. */
function scanned({ space, lab, known, none }: ScanOptions): readonly number[] {
  const { length } = space.candidates;
  const weights = new Float64Array(length + 1).fill(ln((1 - none) / length));
  weights[length] = ln(none);
  for (const reading of lab.readings) {
    if (known !== null && isExplained(known, reading.text)) continue;
    addReading(weights, space.relationsOf(reading.text), reading);
  }
  return sharesOfWeights([...weights]);
}

function addReading(weights: Float64Array, row: Uint8Array, { byGrade }: WordReading): void {
  const logs = RELATIONS.map((shares) =>
    ln(shares.reduce((sum, share, i) => sum + share * (byGrade[i] ?? 0), 0)),
  );
  row.forEach((relation, i) => (weights[i] = (weights[i] ?? 0) + (logs[relation] ?? 0)));
  const last = weights.length - 1;
  weights[last] = (weights[last] ?? 0) + ln(0.99 * (byGrade[3] ?? 0) + 0.01 * (byGrade[2] ?? 0));
}

function isExplained(known: Candidate, text: string): boolean {
  const [core, associated] = RELATIONS[known.relationOf(text)] ?? [0, 0];
  return core + associated > 0.04;
}

const OUTCOMES = RELATIONS.map(([core, associated, weak, none]) => [core, associated, weak + none]);
const SILENT = [0, 0.01, 0.99];

function tellingWords(
  { space, lab, known, draws }: ScanOptions,
  shares: readonly number[],
  count: number,
): readonly string[] {
  const order = [...space.candidates.keys()]
    .toSorted((a, b) => (shares[b] ?? 0) - (shares[a] ?? 0))
    .slice(0, MOST_TOPICS);
  const isFlat = Math.max(...shares.slice(0, -1)) < 0.05;
  const words = new Set(
    (isFlat ? draws.shuffled([...space.candidates.keys()]).slice(0, MOST_TOPICS) : order).flatMap(
      (i) => wordsOf(space.candidates[i], isFlat ? FEW_WORDS : MORE_WORDS),
    ),
  );
  const rated = [...words]
    .filter((word) => !lab.wasAsked(word) && (known === null || !isExplained(known, word)))
    .map((word) => ({ word, ...rate(space.relationsOf(word), shares) }))
    .toSorted((a, b) => b.gain - a.gain);
  const chosen: string[] = [];
  const topics = new Set<number>();
  for (const { word, gain, topic } of rated) {
    if (chosen.length >= count || (gain < LEAST_GAIN && !isFlat)) break;
    // Words asked at once are to be about different topics.
    if (topics.has(topic)) continue;
    topics.add(topic);
    chosen.push(word);
  }
  return chosen;
}

function wordsOf(candidate: Candidate | undefined, count: number): readonly string[] {
  if (candidate === undefined) return [];
  return [candidate.names[0] ?? "", ...candidate.words.slice(0, count)];
}

/** The gain of a word, and the topic that it speaks for most. */
function rate(
  row: Uint8Array,
  shares: readonly number[],
): { readonly gain: number; readonly topic: number } {
  const masses = RELATIONS.map(() => 0);
  let [topic, most] = [-1, -1];
  row.forEach((relation, i) => {
    const share = shares[i] ?? 0;
    masses[relation] = (masses[relation] ?? 0) + share;
    const speaks = share * (OUTCOMES[relation]?.[0] ?? 0);
    if (speaks > most) [topic, most] = [i, speaks];
  });
  const none = shares[row.length] ?? 0;
  return { gain: gainOf([...OUTCOMES, SILENT], [...masses, none]), topic };
}
