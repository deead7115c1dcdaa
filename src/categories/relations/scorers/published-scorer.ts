import type { Output, Scorer, TestBatch } from "../../../contract/index.ts";
import { chanceFrom } from "../../../core/index.ts";
import { scored } from "../../../scoring/index.ts";
import { inTestOrder, sameText, testBatch } from "../../common/index.ts";
import { knownRelationOutput } from "../known-answer.ts";
import { shippedFacts } from "../shipped/shipped-facts.ts";
import { functionOf } from "../lexicon/function-of.ts";
import type { RelationProblem, RelationSpec } from "../problem.ts";
import { publishedRelationMetrics } from "./metrics.ts";
import { predictions } from "./prediction.ts";
import { tripletScore } from "./triplet-score.ts";

interface PublishedTest {
  readonly batch: TestBatch;
  /** Inputs of the options, three per unit test. */
  readonly inputs: readonly string[];
}

/** The metric of the paper, without a judge: what is stated, or the code, chooses among three pairs. */
export const publishedRelationScorer: Scorer<PublishedTest, RelationProblem> = {
  id: "relations-published",
  version: 1,
  family: "published",
  category: "relations",
  metrics: publishedRelationMetrics,
  needs: ["knowledge"],
  prepare: ({ problem: { truth } }) => {
    const inputs = truth.tests.triplets.flatMap(({ options }) => options.map(({ input }) => input));
    const chance = chanceFrom(truth.seed).fork("published-batch");
    return { inputs, batch: testBatch({ inputs, kinds: [], chance }) };
  },
  codeTest: ({ batch }) => ({ batch, isSame: sameText }),
  knownOutputs: (known: RelationSpec, { batch }) => knownRelationOutputs(known, batch),
  score: ({ problem: { truth }, test, interpretation, guess }) => {
    const facts = shippedFacts();
    const predicted = predictions(test.inputs, interpretation, guess, facts);
    const { relation } = functionOf(truth.spec);
    const tests =
      "kind" in predicted
        ? predicted
        : scored(tripletScore(truth.tests.triplets, predicted, relation, facts));
    return Promise.resolve({ scores: { tests } });
  },
};

/** What a known relation gives in a test, in the order of the test. */
export function knownRelationOutputs(known: RelationSpec, batch: TestBatch): readonly Output[] {
  return inTestOrder(
    batch,
    batch.inputs.map((input) => knownRelationOutput(known, String(input))),
  );
}
