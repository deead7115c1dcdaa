import type { Scorer } from "../../../contract/index.ts";
import { scored, unscored } from "../../../scoring/index.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import { lexiconFor } from "../opening/lexicon-for.ts";
import type { EntityProblem } from "../problem.ts";
import { publishedEntityMetrics } from "./metrics.ts";
import { statedActivation, statedConcepts } from "./stated.ts";
import { tripletShare } from "./triplet-share.ts";

/** The unit tests of the published kind, answered by what is stated and not by a judge. */
export const publishedEntityScorer: Scorer<Lexicon, EntityProblem> = {
  id: "entities-published",
  version: 1,
  family: "published",
  category: "entities",
  metrics: publishedEntityMetrics,
  needs: ["knowledge"],
  prepare: ({ problem }) => lexiconFor(problem.truth.spec),
  codeTest: () => null,
  knownOutputs: () => [],
  score: ({ problem, test: lexicon, interpretation }) => {
    const { triplets } = problem.truth.tests;
    if (interpretation.abstained)
      return Promise.resolve({ scores: { triplets: unscored("abstained") } });
    const stated = statedConcepts(interpretation, lexicon);
    const guess = statedActivation(stated, interpretation, lexicon);
    const score =
      interpretation.concepts.length === 0
        ? unscored("not-stated")
        : scored(tripletShare(triplets, guess));
    return Promise.resolve({ scores: { triplets: score } });
  },
};
