import { ACTIVE, STRONG } from "../tests/word-pools.ts";

/** Activation up to which words count as not related: what lies below tells no order. */
const RELATED = 0.05;

/** How a word is graded by its activation: 0 not related, 1 weakly, 2 associated, 3 plainly. */
function gradeOf(activation: number): number {
  if (activation >= STRONG) return 3;
  if (activation >= ACTIVE) return 2;
  return activation >= RELATED ? 1 : 0;
}

/**
 * The share of pairs of different class that a guess orders as the classes are, ties counting half;
 * `null` where all are of one class.
 */
function orderedPairs(classes: readonly number[], guesses: readonly number[]): number | null {
  let [right, pairs] = [0, 0];
  for (let i = 0; i < classes.length; i += 1)
    for (let j = 0; j < i; j += 1) {
      const order = (classes[i] ?? 0) - (classes[j] ?? 0);
      if (order === 0) continue;
      const guessed = Math.sign(order) * ((guesses[i] ?? 0) - (guesses[j] ?? 0));
      right += guessed > 0 ? 1 : guessed === 0 ? 0.5 : 0;
      pairs += 1;
    }
  return pairs === 0 ? null : right / pairs;
}

/** The area under the ROC curve of a guess: words that activate a unit against those that do not. */
export function auroc(activations: readonly number[], guesses: readonly number[]): number | null {
  return orderedPairs(
    activations.map((activation) => Number(activation >= ACTIVE)),
    guesses,
  );
}

/** How well a guess orders words of different grade, from 0 to 1. */
export function rankShare(
  activations: readonly number[],
  guesses: readonly number[],
): number | null {
  return orderedPairs(activations.map(gradeOf), guesses);
}
