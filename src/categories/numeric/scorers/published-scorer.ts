import type { Scorer } from "../../../contract/index.ts";
import type { NumberSpec } from "../functions/number-spec.ts";
import type { NumericProblem } from "../problem.ts";
import { publishedNumericTest } from "../tests/published-test.ts";
import type { PublishedNumericTest } from "../tests/published-test.ts";
import { knownOutputs } from "./known-outputs.ts";
import { publishedNumericMetrics } from "./metrics.ts";
import { numericCodeTest } from "./numeric-code-test.ts";
import { publishedScores } from "./published.ts";

/** The metric of the paper: the error at 256 fixed points, against one draw of the served function. */
export const publishedNumericScorer: Scorer<PublishedNumericTest, NumericProblem> = {
  id: "numeric-published",
  version: 2,
  family: "published",
  category: "numeric",
  metrics: publishedNumericMetrics,
  needs: ["code"],
  prepare: publishedNumericTest,
  codeTest: ({ batch, truth }) => numericCodeTest(batch, truth, { start: 0, end: truth.re.length }),
  knownOutputs: (known: NumberSpec, { columns }) => knownOutputs(known, columns, { noise: "mean" }),
  score: ({ test, guess }) => Promise.resolve({ scores: publishedScores(test, guess) }),
};
