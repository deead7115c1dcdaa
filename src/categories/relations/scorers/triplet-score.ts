import type { FactRelation, Facts } from "../lexicon/facts.ts";
import { isRight } from "../lexicon/same-answer.ts";
import type { RelationPair, RelationTriplet } from "../problem.ts";
import type { Prediction } from "./prediction.ts";

/** How well an option goes with a prediction that knows the class and not the property. */
const OF_CLASS = 0.5;
const OF_CLASS_WITHOUT_ANSWER = 0.25;

/**
 * Share of unit tests that predictions settle, three a test: the option that goes with them best is
 * chosen; among several that go as well, each with the same chance.
 */
export function tripletScore(
  triplets: readonly RelationTriplet[],
  predicted: readonly Prediction[],
  relation: Pick<FactRelation, "kind" | "unit" | "tolerance">,
  facts: Pick<Facts, "wordingsOf">,
): number {
  const right = triplets.map(({ options, correct }, i) => {
    const fits = options.map((option, j) => fitOf(option, predicted[3 * i + j], relation, facts));
    const best = Math.max(...fits);
    return fits[correct] === best ? 1 / fits.filter((fit) => fit === best).length : 0;
  });
  return right.reduce((sum, share) => sum + share, 0) / triplets.length;
}

function fitOf(
  { output }: RelationPair,
  prediction: Prediction | undefined,
  relation: Pick<FactRelation, "kind" | "unit" | "tolerance">,
  facts: Pick<Facts, "wordingsOf">,
): number {
  switch (prediction?.kind) {
    case "answers":
      return Number(output !== null && isRight(relation, prediction.answers, output, facts));
    case "undefined":
      return Number(output === null);
    case "some":
      return output === null ? OF_CLASS_WITHOUT_ANSWER : OF_CLASS;
    case "nothing":
    case undefined:
      return 0;
  }
}
