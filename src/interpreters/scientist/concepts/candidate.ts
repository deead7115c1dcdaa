import { CALLED_BY, isOfList, PARTLY, RELATIONS, relationToWord, WHOLLY } from "./grades.ts";
import { nearness } from "../../../vectors/index.ts";
import type { WordVectors } from "../../../vectors/index.ts";
import { keyOf } from "./word-key.ts";

/** Something that a unit may detect, as far as it foretells answers. */
export interface Candidate {
  /** What it may be called, the usual name first. */
  readonly names: readonly string[];
  /** Whether it is a topic of the probing vocabulary, and not only a word. */
  readonly isTopic: boolean;
  /** Words to ask about it, the most telling first. */
  readonly words: readonly string[];
  /** Natural logarithm of how likely it is before any answer, up to what all have in common. */
  readonly prior: number;
  /** Its middle direction; `null` where no word of it has one. */
  readonly direction: Float32Array | null;
  /** How a word stands to it: a row of `RELATIONS`. */
  relationOf(text: string): number;
}

/** How much less likely a concept outside of the vocabulary is: a quarter of all, of some thousand words. */
const OUTSIDE = -3;

/** A concept that is outside of the vocabulary and called by a word. */
export function wordCandidate(
  word: string,
  vectors: WordVectors,
  directionOf: WordVectors["directionOf"],
): Candidate {
  const direction = directionOf(word);
  const key = keyOf(word);
  const kept = new Map<string, number>();
  const relation = (text: string): number => {
    const other = direction === null ? null : directionOf(text);
    return relationToWord(direction === null || other === null ? 0 : nearness(direction, other));
  };
  return {
    names: [word],
    isTopic: false,
    words: [],
    prior: OUTSIDE - commonness(vectors.placeOf(key)) - (key === word ? 0 : 1),
    direction,
    relationOf: (text) => {
      if (keyOf(text) === key) return CALLED_BY;
      const known = kept.get(text) ?? relation(text);
      kept.set(text, known);
      return known;
    },
  };
}

/** Concepts are called by common words: so much less likely, as a logarithm, by rare ones and phrases. */
function commonness(place: number): number {
  if (place < 0) return 2.5;
  return place < 3000 ? 0 : place < 8000 ? 0.7 : place < 20_000 ? 1.4 : 2.5;
}

/** Concepts whose middles are so near are neighbours. */
const NEAR = 0.35;

/** Whether two concepts are about the same kind of thing. */
export function areNeighbours({ direction: a }: Candidate, { direction: b }: Candidate): boolean {
  return a !== null && b !== null && nearness(a, b) > NEAR;
}

/** What it costs, as a logarithm, to say that a concept takes in part of a neighbour, of what is far from it, all of a narrower topic. */
const NEIGHBOUR = -3;
const STRANGER = -9;
const NARROWER = -2.5;

/** A concept that takes in a part of another, as a country does of its cooking: it is called as it was. */
export function takingInPart(candidate: Candidate, other: Candidate): Candidate {
  const cost = areNeighbours(candidate, other) ? NEIGHBOUR : STRANGER;
  return takingIn(candidate, other, cost, PARTLY);
}

/** A concept with a narrower one that its own words name; `null` where they name none. */
export function takingInAll(candidate: Candidate, other: Candidate): Candidate | null {
  const isNarrower = other.names.some((name) => isOfList(candidate.relationOf(name)));
  return isNarrower ? takingIn(candidate, other, NARROWER, WHOLLY) : null;
}

function takingIn(
  candidate: Candidate,
  other: Candidate,
  cost: number,
  relation: number,
): Candidate {
  const closeness = RELATIONS[relation]?.[0] ?? 0;
  return {
    ...candidate,
    prior: candidate.prior + cost,
    relationOf: (text) => {
      const own = candidate.relationOf(text);
      const isCloser = (RELATIONS[own]?.[0] ?? 0) > closeness;
      return !isCloser && isOfList(other.relationOf(text)) ? relation : own;
    },
  };
}
