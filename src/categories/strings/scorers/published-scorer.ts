import type { Scorer } from "../../../contract/index.ts";
import { sameText } from "../../common/index.ts";
import type { StringSpec } from "../functions/spec.ts";
import type { StringProblem } from "../problem.ts";
import { publishedStringTest } from "../tests/string-test-sets.ts";
import type { PublishedStringTest } from "../tests/string-test-sets.ts";
import { knownStringOutputs } from "./known-outputs.ts";
import { publishedStringMetrics } from "./metrics.ts";
import { publishedStringScores } from "./published-strings.ts";

/** The metric of the paper: the published pairs. */
export const publishedStringScorer: Scorer<PublishedStringTest, StringProblem> = {
  id: "strings-published",
  version: 2,
  family: "published",
  category: "strings",
  metrics: publishedStringMetrics,
  needs: ["code"],
  prepare: ({ problem }) => publishedStringTest(problem),
  codeTest: ({ batch }) => ({ batch, isSame: sameText }),
  knownOutputs: (known: StringSpec, { batch }, parts) =>
    knownStringOutputs(known, batch, "published", parts),
  score: ({ test, guess }) => Promise.resolve({ scores: publishedStringScores(test.pairs, guess) }),
};
