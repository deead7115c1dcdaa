import type { TextPair, Triplet } from "../problem.ts";
import type { Draws } from "../../../core/index.ts";

/** A unit test of these pairs, in an order that tells nothing. */
export function tripletOf(
  right: TextPair,
  wrong: readonly [TextPair, TextPair],
  draws: Draws,
): Triplet {
  const [one, other] = wrong;
  switch (draws.integer(0, 2)) {
    case 0:
      return { options: [right, one, other], correct: 0 };
    case 1:
      return { options: [one, right, other], correct: 1 };
    default:
      return { options: [one, other, right], correct: 2 };
  }
}
