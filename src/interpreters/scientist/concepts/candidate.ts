import { CALLED_BY, relationToWord } from "./grades.ts";
import { nearness } from "./word-vectors.ts";
import type { WordVectors } from "./word-vectors.ts";
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
export function wordCandidate(word: string, vectors: WordVectors): Candidate {
  const direction = vectors.directionOf(word);
  const key = keyOf(word);
  const kept = new Map<string, number>();
  const relation = (text: string): number => {
    const other = direction === null ? null : vectors.directionOf(text);
    return relationToWord(direction === null || other === null ? 0 : nearness(direction, other));
  };
  return {
    names: [word],
    isTopic: false,
    words: [],
    prior: OUTSIDE - commonness(vectors.placeOf(key)),
    direction,
    relationOf: (text) => {
      if (keyOf(text) === key) return CALLED_BY;
      const known = kept.get(text) ?? relation(text);
      kept.set(text, known);
      return known;
    },
  };
}

/** Concepts are called by common words: up to two less, as a logarithm, for rare ones and for phrases. */
function commonness(place: number): number {
  if (place < 0) return 1;
  return place < 3000 ? 0 : place < 8000 ? 0.7 : place < 20_000 ? 1.4 : 2.5;
}
