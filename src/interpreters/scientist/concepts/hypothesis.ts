import { exp, ln } from "../../../core/index.ts";
import { areNeighbours } from "./candidate.ts";
import type { Candidate } from "./candidate.ts";
import { RELATIONS } from "./grades.ts";
import type { GradeShares, Join } from "./grades.ts";
import type { WordReading } from "./word-laboratory.ts";

/** What a unit may detect: one concept or two. */
export interface Hypothesis {
  readonly one: Candidate;
  readonly two: Candidate | null;
  /** `or` for a single concept. */
  readonly join: Join;
}

/** A hypothesis with the natural logarithm of how likely it is, up to what all have in common. */
export interface Weighed {
  readonly hypothesis: Hypothesis;
  readonly weight: number;
}

/** Logarithms of how likely two concepts are, against a single one; of all partners together. */
const JOINED: { readonly [join in Join]: number } = {
  or: -1,
  and: -3,
  "and-not": -5,
};
/** What it costs, as a logarithm, that two neighbours are joined by `or`: two of a kind are rarely drawn. */
const ALIKE = -3;

/** How likely a hypothesis is before any answer, among so many candidates and partners. */
export function priorOf(
  { one, two, join }: Hypothesis,
  partners: { readonly [join in Join]: number },
): number {
  if (two === null) return one.prior;
  const doubled = join === "and-not" ? 0 : ln(2);
  const alike = join === "or" && areNeighbours(one, two) ? ALIKE : 0;
  return one.prior + two.prior + JOINED[join] + doubled + alike - ln(partners[join]);
}

/** How likely one answer is under a hypothesis. */
export function likelihood({ one, two, join }: Hypothesis, reading: WordReading): number {
  const first = sharesOf(one, reading.text);
  if (two === null) return dot(first, reading.byGrade);
  const second = sharesOf(two, reading.text);
  if (join === "and-not") return dotPairs(first, second, reading.byPair);
  return dot(joined(first, second, join), reading.byGrade);
}

function sharesOf(candidate: Candidate, text: string): GradeShares {
  return RELATIONS[candidate.relationOf(text)] ?? NOTHING;
}

const NOTHING: GradeShares = [0, 0, 0, 1];

/** The grades that two concepts come to: the closer of both by `or`, the remoter by `and`. */
function joined(one: GradeShares, two: GradeShares, join: "or" | "and"): GradeShares {
  const [a, b] = join === "or" ? [one, two] : [one.toReversed(), two.toReversed()];
  let [restA, restB] = [1, 1];
  const shares = [0, 1, 2, 3].map((i) => {
    const before = restA * restB;
    restA -= a[i] ?? 0;
    restB -= b[i] ?? 0;
    return before - restA * restB;
  });
  const [p = 0, q = 0, r = 0, s = 0] = join === "or" ? shares : shares.toReversed();
  return [p, q, r, s];
}

function dot(shares: GradeShares, densities: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < 4; i += 1) sum += (shares[i] ?? 0) * (densities[i] ?? 0);
  return sum;
}

function dotPairs(one: GradeShares, two: GradeShares, densities: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < 4; i += 1)
    for (let k = 0; k < 4; k += 1)
      sum += (one[i] ?? 0) * (two[k] ?? 0) * (densities[4 * i + k] ?? 0);
  return sum;
}

/** The chance that a hypothesis gives a word a strong answer, a fair one, and hardly any. */
export function foretold(hypothesis: Hypothesis, text: string): readonly [number, number, number] {
  const { one, two, join } = hypothesis;
  const first = sharesOf(one, text);
  if (two === null) return [first[0], first[1], first[2] + first[3]];
  const second = sharesOf(two, text);
  if (join !== "and-not") {
    const both = joined(first, second, join);
    return [both[0], both[1], both[2] + both[3]];
  }
  const silent = second[2] + second[3];
  const strong = first[0] * silent;
  const fair = first[0] * second[1] + first[1] * silent;
  return [strong, fair, 1 - strong - fair];
}

/** The chance that a hypothesis gives a word an answer that counts as active. */
export function activity(hypothesis: Hypothesis, text: string): number {
  const [strong, fair] = foretold(hypothesis, text);
  return strong + fair;
}

/** Shares of the probability, from logarithms of weights. */
export function sharesOfWeights(weights: readonly number[]): readonly number[] {
  const most = Math.max(...weights);
  const raw = weights.map((weight) => exp(weight - most));
  const sum = raw.reduce((total, each) => total + each, 0);
  return raw.map((each) => each / sum);
}
