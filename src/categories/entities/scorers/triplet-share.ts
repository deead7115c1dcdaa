import { mean } from "../../../core/index.ts";
import type { WordTriplet } from "../problem.ts";

/** Share of unit tests in which a guess gives most to the right word; of words with as much, one each. */
export function tripletShare(
  triplets: readonly WordTriplet[],
  guess: (word: string) => number,
): number {
  return mean(
    triplets.map(({ options, correct }) => {
      const guesses = options.map(guess);
      const most = Math.max(...guesses);
      const best = guesses.filter((each) => each === most).length;
      return guesses[correct] === most ? 1 / best : 0;
    }),
  );
}
