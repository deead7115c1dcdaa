import { mean } from "../../../core/index.ts";
import { nearness } from "../../../vectors/index.ts";
import type { WordVectors } from "../../../vectors/index.ts";
import type { Concept } from "./concept.ts";
import { wordKey } from "./word-key.ts";

/** Changes with whatever changes an answer: how nearness is measured, and what activation it is. */
export const FORMULA = "nearest-3/neutral-z/knots-1";

/** Names and core words of a concept that a word is held against: those nearest to it. */
const NEAREST = 3;

/**
 * Nearness, in standard deviations above the mean of the neutral words, and the activation that it is;
 * straight lines between. Of the lexicon's own concepts, each core word left out in turn: past 2 is one
 * neutral word in twenty, past 3 one core word of other concepts in twenty, past 3.6 half of a
 * concept's core words, past 6 one in twenty.
 */
const KNOTS = [
  [0, 0],
  [2, 0.05],
  [3, 0.3],
  [4.5, 0.7],
  [6, 0.95],
] as const;

/** The activation of a text by its nearness to a concept; `null` where no word of it has a vector. */
export type NearnessTo = (concept: Concept, text: string) => number | null;

/** Nearness to concepts by word vectors, against neutral words. */
export function nearnessTo(vectors: WordVectors, neutral: readonly string[]): NearnessTo {
  const pool = directionsOf(neutral, vectors);
  const scales = new Map<Concept, Scale>();
  const scaleOf = (concept: Concept): Scale => {
    const known = scales.get(concept) ?? scaleFor(concept, vectors, pool);
    scales.set(concept, known);
    return known;
  };
  return (concept, text) => {
    const direction = directionOf(text, vectors);
    if (direction === null) return null;
    const { words, middle, deviation } = scaleOf(concept);
    return activationAt((raw(direction, words) - middle) / deviation);
  };
}

/** A concept's words as directions, and how near neutral words come to them. */
interface Scale {
  readonly words: readonly Float32Array[];
  readonly middle: number;
  readonly deviation: number;
}

function scaleFor(
  { name, aliases, words: { core } }: Concept,
  vectors: WordVectors,
  pool: readonly Float32Array[],
): Scale {
  const words = directionsOf([...new Set([name, ...aliases, ...core])], vectors);
  const values = pool.map((direction) => raw(direction, words));
  const middle = values.length === 0 ? 0 : mean(values);
  const square = values.reduce((sum, each) => sum + (each - middle) * (each - middle), 0);
  return { words, middle, deviation: Math.sqrt(square / values.length) || 1 };
}

function directionsOf(texts: readonly string[], vectors: WordVectors): readonly Float32Array[] {
  return texts.flatMap((text) => directionOf(text, vectors) ?? []);
}

/** The middle direction of a text's words, as its key has them but for the possessive. */
function directionOf(text: string, vectors: WordVectors): Float32Array | null {
  return vectors.directionOf(wordKey(text.replaceAll(/['’]s(?!\p{L})/gu, "")));
}

/** The mean cosine to the nearest of a concept's words, in the order of their nearness. */
function raw(direction: Float32Array, words: readonly Float32Array[]): number {
  const best: number[] = [];
  for (const word of words) {
    const near = nearness(direction, word);
    if (best.length === NEAREST && near <= (best.at(-1) ?? 0)) continue;
    let at = best.length;
    while (at > 0 && (best[at - 1] ?? 0) < near) at -= 1;
    best.splice(at, 0, near);
    best.length = Math.min(best.length, NEAREST);
  }
  return best.length === 0 ? 0 : mean(best);
}

function activationAt(deviations: number): number {
  let [fromX, fromY]: readonly [number, number] = KNOTS[0];
  if (deviations <= fromX) return fromY;
  for (const [x, y] of KNOTS) {
    if (deviations <= x && x > fromX)
      return fromY + ((y - fromY) * (deviations - fromX)) / (x - fromX);
    [fromX, fromY] = [x, y];
  }
  return fromY;
}
