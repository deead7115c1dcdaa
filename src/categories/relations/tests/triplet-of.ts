import type { Draws } from "../../../core/index.ts";
import type { RelationPair, RelationTriplet } from "../problem.ts";

/** A unit test of these pairs, in an order that tells nothing. */
export function tripletOf(
  right: RelationPair,
  [one, other]: readonly [RelationPair, RelationPair],
  draws: Draws,
): RelationTriplet {
  switch (draws.integer(0, 2)) {
    case 0:
      return { options: [right, one, other], correct: 0 };
    case 1:
      return { options: [one, right, other], correct: 1 };
    default:
      return { options: [one, other, right], correct: 2 };
  }
}
