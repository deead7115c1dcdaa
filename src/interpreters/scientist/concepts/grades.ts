import { exp } from "../../../core/index.ts";

/** Activations of each grade, from and to: plainly about it, associated, weakly related, none of these. */
const BANDS: readonly (readonly [from: number, to: number])[] = [
  [0.85, 0.99],
  [0.3, 0.7],
  [0.05, 0.25],
  [0, 0.02],
];

/** How two concepts make one unit. */
export type Join = "or" | "and" | "and-not";

/** Probabilities of the four grades. */
export type GradeShares = readonly [core: number, associated: number, weak: number, none: number];

/**
 * Of a hundred words that stand so to a topic, how many have each grade. Counted, and rounded, on half of
 * the concepts of our own lexicon, over all of them together: nothing here knows a single concept.
 */
export const RELATIONS: readonly GradeShares[] = [
  // Its usual name, another name of it, an early word of its list, a later one, a late one.
  [0.87, 0.04, 0.04, 0.05],
  [0.73, 0.03, 0.04, 0.2],
  [0.89, 0.05, 0.02, 0.04],
  [0.86, 0.05, 0.03, 0.06],
  [0.76, 0.08, 0.05, 0.11],
  // Not of its list; by the cosine with the middle of its list: below 0.2, 0.3, … 0.7, and above.
  [0.001, 0.003, 0.011, 0.985],
  [0.002, 0.006, 0.03, 0.962],
  [0.007, 0.014, 0.05, 0.929],
  [0.02, 0.03, 0.08, 0.87],
  [0.045, 0.05, 0.11, 0.795],
  [0.09, 0.08, 0.14, 0.69],
  [0.2, 0.1, 0.15, 0.55],
  // The word that a concept is called by.
  [0.95, 0.01, 0.02, 0.02],
  // Other words, by the cosine with that word: below 0.2, 0.3, … 0.7, and above.
  [0.002, 0.003, 0.015, 0.98],
  [0.009, 0.009, 0.035, 0.947],
  [0.018, 0.018, 0.05, 0.914],
  [0.04, 0.035, 0.075, 0.85],
  [0.08, 0.065, 0.11, 0.745],
  [0.19, 0.11, 0.13, 0.57],
  [0.28, 0.17, 0.18, 0.37],
  // Of the list of a neighbour that a concept takes in partly.
  [0.35, 0.2, 0.12, 0.33],
  // Of the list of a narrower topic that it takes in wholly.
  [0.82, 0.07, 0.04, 0.07],
];

/** The row of the name that a topic is usually called by. */
export const USUAL_NAME = 0;
/** The row of another name of a topic. */
export const OTHER_NAME = 1;
const EARLY = 2;
const NEAR_LIST = 5;
/** The row of the word that a concept outside of the vocabulary is called by. */
export const CALLED_BY = 12;
const NEAR_WORD = 13;
/** The row of the list of a neighbour that a concept takes in partly. */
export const PARTLY = 20;
/** The row of the list of a narrower topic that a concept takes in wholly. */
export const WHOLLY = 21;

/** Whether a relation is that of a name or a word of a topic's own list. */
export function isOfList(relation: number): boolean {
  return relation < NEAR_LIST;
}

/** The relation of a word at this place of a topic's list. */
export function relationInList(place: number): number {
  return EARLY + (place < 6 ? 0 : place < 14 ? 1 : 2);
}

/** The relation of a word that is as near to the middle of a topic's list. */
export function relationToList(nearness: number): number {
  return NEAR_LIST + stepOf(nearness);
}

/** The relation of a word that is as near to the word that a concept is called by. */
export function relationToWord(nearness: number): number {
  return NEAR_WORD + stepOf(nearness);
}

function stepOf(nearness: number): number {
  return Math.min(6, Math.max(0, Math.floor(nearness * 10) - 1));
}

/** The share of answers that nothing explains. */
const STRANGE = 0.003;

/** How likely an answer is for each grade of a word, noise of this standard deviation given. */
export function gradeDensities(activation: number, noise: number): readonly number[] {
  return BANDS.map(([from, to]) => bandDensity(activation, from, to, noise));
}

/** How likely an answer is for one concept without another, by the grades of both, 4 × 4. */
export function exceptDensities(activation: number, noise: number): readonly number[] {
  return BANDS.flatMap(([from, to]) =>
    BANDS.map(([least, most]) =>
      bandDensity(activation, from * (1 - most), to * (1 - least), noise),
    ),
  );
}

function bandDensity(activation: number, from: number, to: number, noise: number): number {
  const inside = phi((activation - from) / noise) - phi((activation - to) / noise);
  return STRANGE + (1 - STRANGE) * (Math.max(0, inside) / (to - from));
}

/** The logistic curve that follows the normal distribution function within 0.01. */
function phi(z: number): number {
  return z < -20 ? 0 : z > 20 ? 1 : 1 / (1 + exp(-1.702 * z));
}
