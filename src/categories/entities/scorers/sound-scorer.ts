import type { Scorer, Scores, ScoringContext } from "../../../contract/index.ts";
import { mean } from "../../../core/index.ts";
import { numberOf, scored, unscored, withoutOutputs } from "../../../scoring/index.ts";
import type { Unscored } from "../../../scoring/index.ts";
import { sameNumber } from "../../common/index.ts";
import type { EntitySpec } from "../functions/spec.ts";
import { conceptsOf } from "../opening/concepts-of.ts";
import type { EntityProblem } from "../problem.ts";
import { hiddenWords } from "../tests/hidden-words.ts";
import type { HiddenWords } from "../tests/hidden-words.ts";
import { ACTIVE } from "../tests/word-pools.ts";
import { knownActivations } from "./known-activations.ts";
import { soundEntityMetrics } from "./metrics.ts";
import { auroc, rankShare } from "./ranking.ts";
import {
  conceptsF1,
  isExactlyNamed,
  isExceptionStated,
  isFalselyExcepted,
  statedActivation,
  statedConcepts,
} from "./stated.ts";
import { tripletShare } from "./triplet-share.ts";

type Context = ScoringContext<HiddenWords, EntityProblem>;

/** The sound metrics: concepts and exceptions as they are stated, and activations of hidden words. */
export const soundEntityScorer: Scorer<HiddenWords, EntityProblem> = {
  id: "entities-sound",
  version: 1,
  family: "sound",
  category: "entities",
  metrics: soundEntityMetrics,
  needs: ["knowledge"],
  prepare: ({ problem, backends }) => hiddenWords(problem, backends),
  codeTest: ({ batch }) => ({
    batch,
    isSame: (inBatch, apart) => sameNumber(inBatch, apart, { re: 0, im: 0 }, 1),
  }),
  knownOutputs: (known: EntitySpec, test, { problem }) =>
    knownActivations(known, test, problem.truth.spec),
  score: (context) => Promise.resolve({ scores: soundEntityScores(context) }),
};

function soundEntityScores(context: Context): Scores {
  return { ...statementScores(context), ...activationScores(context) };
}

/** What is said of the concepts and of exceptions. */
function statementScores(context: Context): Scores {
  const { problem, test, interpretation } = context;
  const { spec, tests } = problem.truth;
  const { lexicon, unit } = test;
  const isExcepted = spec.exception !== undefined;
  if (interpretation.abstained) {
    const none = unscored("abstained");
    const exceptional = { [isExcepted ? "exception" : "exception.false"]: none };
    return { named: none, concepts: none, "triplets.hard": none, ...exceptional };
  }
  const own = conceptsOf(spec, lexicon);
  const stated = statedConcepts(interpretation, lexicon);
  const exception =
    spec.exception === undefined
      ? {
          "exception.false": scored(Number(isFalselyExcepted(interpretation, spec, own, lexicon))),
        }
      : {
          exception: scored(
            Number(isExceptionStated(interpretation, spec.exception, unit, lexicon)),
          ),
        };
  if (interpretation.concepts.length === 0) {
    const none = unscored("not-stated");
    return { named: none, concepts: none, "triplets.hard": none, ...exception };
  }
  return {
    named: scored(Number(isExactlyNamed(stated, interpretation, spec, own, lexicon))),
    concepts: scored(conceptsF1(stated, own)),
    "triplets.hard": scored(tripletShare(tests.hardTriplets, guessOf(context))),
    ...exception,
  };
}

/** What the statement predicts, with the unit's exception where it is stated. */
function guessOf({ problem, test, interpretation }: Context): (word: string) => number {
  const { exception } = problem.truth.spec;
  const { lexicon, unit } = test;
  const guess = statedActivation(statedConcepts(interpretation, lexicon), interpretation, lexicon);
  if (exception === undefined || !isExceptionStated(interpretation, exception, unit, lexicon))
    return guess;
  return (word) => (unit.isException(word) ? unit.activation(word) : guess(word));
}

/** What code gives for the hidden words, or else what the statement does. */
function activationScores(context: Context): Scores {
  const { problem, test } = context;
  const isExcepted = problem.truth.spec.exception !== undefined;
  const guesses = guessesFor(context);
  if (!Array.isArray(guesses)) {
    const none = guesses as Unscored;
    return {
      auroc: none,
      rank: none,
      ...(isExcepted ? { "response.rule": none, "response.exceptions": none } : {}),
    };
  }
  const { activations, isExceptional } = test;
  const share = (value: number | null): Scores[string] =>
    value === null ? unscored("no-such-input") : scored(value);
  const right = activations.map((activation, i) =>
    Number(activation >= ACTIVE === (guesses[i] ?? 0) >= ACTIVE),
  );
  const rightOn = (which: boolean): Scores[string] => {
    const some = right.filter((_, i) => isExceptional[i] === which);
    return share(some.length === 0 ? null : mean(some));
  };
  return {
    auroc: share(auroc(activations, guesses)),
    rank: share(rankShare(activations, guesses)),
    ...(isExcepted
      ? { "response.rule": rightOn(false), "response.exceptions": rightOn(true) }
      : {}),
  };
}

function guessesFor(context: Context): readonly number[] | Unscored {
  const { test, interpretation, guess } = context;
  if (guess.kind === "no-code")
    return interpretation.concepts.length === 0
      ? unscored("not-stated")
      : test.words.map(guessOf(context));
  if (guess.kind !== "ran") return withoutOutputs(guess);
  const numbers = test.words.map((_, i) => {
    const output = guess.outputs[i];
    return output === undefined ? null : numberOf(output);
  });
  if (numbers.every((each) => each === null)) return unscored("output-not-a-number");
  // Where there is no number, less than any activation.
  return numbers.map((each) => each?.re ?? -1);
}
