import type {
  Backends,
  Interpretation,
  Output,
  Score,
  Scorer,
  Scores,
  ScoringContext,
  TestBatch,
} from "../../../contract/index.ts";
import { canonicalJson, chanceFrom } from "../../../core/index.ts";
import { NEARLY_ALL, scored, unscored } from "../../../scoring/index.ts";
import type { Unscored } from "../../../scoring/index.ts";
import { sameText, testBatch } from "../../common/index.ts";
import type { FactFunction } from "../lexicon/fact-function.ts";
import { shippedFacts } from "../shipped/shipped-facts.ts";
import type { Facts } from "../lexicon/facts.ts";
import { functionOf } from "../lexicon/function-of.ts";
import { isRight } from "../lexicon/same-answer.ts";
import { relationAnswers } from "../opening/relation-answers.ts";
import type { RelationProblem, RelationSpec } from "../problem.ts";
import { soundRelationMetrics } from "./metrics.ts";
import { predictions } from "./prediction.ts";
import type { Prediction } from "./prediction.ts";
import { knownRelationOutputs } from "./published-scorer.ts";
import { tripletScore } from "./triplet-score.ts";
import { isExceptionIdentified, statedExceptions, understood } from "./understood.ts";
import type { Understood } from "./understood.ts";

const parts = ["answered", "excepted", "outside"] as const;

interface SoundTest {
  readonly batch: TestBatch;
  /** Hidden inputs, then those of the options of hard unit tests. */
  readonly inputs: readonly string[];
  /** Of each hidden input, what it is for. */
  readonly roles: readonly (typeof parts)[number][];
  /** Of each hidden input, the right answers; `null` where there is none. */
  readonly right: readonly (readonly string[] | null)[];
}

/** The sound metrics: what is stated against the truth, and hidden inputs of three kinds. */
export const soundRelationScorer: Scorer<SoundTest, RelationProblem> = {
  id: "relations-sound",
  version: 1,
  family: "sound",
  category: "relations",
  metrics: soundRelationMetrics,
  needs: ["knowledge"],
  prepare: ({ problem: { truth }, backends }) => {
    const { hidden, hardTriplets } = truth.tests;
    const roles = parts.flatMap((part) => hidden[part].map(() => part));
    const asked = parts.flatMap((part) => hidden[part]);
    const options = hardTriplets.flatMap((triplet) => triplet.options.map(({ input }) => input));
    const inputs = [...asked, ...options];
    const kinds = parts.map((part) => [...roles.keys()].filter((i) => roles[i] === part));
    const chance = chanceFrom(truth.seed).fork("sound-batch");
    const test = { inputs, roles, batch: testBatch({ inputs, kinds, chance }) };
    const right = rightAnswers(truth, asked, backends);
    return right instanceof Promise
      ? right.then((answers) => ({ ...test, right: answers }))
      : { ...test, right };
  },
  codeTest: ({ batch }) => ({ batch, isSame: sameText }),
  knownOutputs: (known: RelationSpec, { batch, right }, { problem }) =>
    knownByModel(known, problem.truth.spec, right, knownRelationOutputs(known, batch)),
  score: (context) => Promise.resolve({ scores: scoresOf(context) }),
};

function scoresOf({
  problem: { truth },
  test,
  interpretation,
  guess,
}: ScoringContext<SoundTest, RelationProblem>): Scores {
  const facts = shippedFacts();
  const known = functionOf(truth.spec);
  const predicted = predictions(test.inputs, interpretation, guess, facts);
  const right = "kind" in predicted ? predicted : rightOnes(test, predicted, known, facts);
  const stated = interpretation.abstained
    ? unscored("abstained")
    : (understood(interpretation, facts) ?? unscored("not-stated"));
  const isExcepted = truth.spec.exception !== null;
  const { hardTriplets } = truth.tests;
  const hard =
    "kind" in predicted || hardTriplets.length === 0
      ? predicted
      : scored(
          tripletScore(hardTriplets, predicted.slice(test.roles.length), known.relation, facts),
        );
  return {
    known: knownScore(
      truth.spec,
      stated,
      guess.kind === "ran" ? right : unscored("no-code"),
      facts,
    ),
    relation: "kind" in stated ? stated : flag(stated.relation === truth.spec.relation),
    class: "kind" in stated ? stated : flag(stated.classes.includes(known.relation.class)),
    ...(isExcepted
      ? {
          exception:
            "kind" in stated ? stated : flag(isExceptionIdentified(truth.spec, stated, facts)),
        }
      : { "exception.false": falseException(interpretation) }),
    ...("kind" in hard ? { "tests.hard": hard } : {}),
    right: share(right, test, parts),
    "right.rule": share(right, test, ["answered"]),
    ...(isExcepted ? { "right.exceptions": share(right, test, ["excepted"]) } : {}),
    "right.outside": share(right, test, ["outside"]),
  };
}

function falseException({ abstained, exceptions }: Interpretation): Score {
  return abstained ? unscored("abstained") : flag(statedExceptions(exceptions).length > 0);
}

function flag(value: boolean): Score {
  return scored(Number(value));
}

/** Known by what is stated, or by what the code gives; why not, where there is neither. */
function knownScore(
  spec: RelationSpec,
  stated: Understood | Unscored,
  right: readonly boolean[] | Unscored,
  facts: Facts,
): Score {
  const byCode = "kind" in right ? null : right.filter(Boolean).length / right.length;
  if (byCode !== null && byCode >= NEARLY_ALL) return scored(1);
  if ("kind" in stated) return byCode === null ? stated : scored(0);
  const exceptions =
    spec.exception === null
      ? stated.exceptions.length === 0
      : isExceptionIdentified(spec, stated, facts);
  return flag(stated.relation === spec.relation && exceptions);
}

function rightOnes(
  { roles, right }: SoundTest,
  predicted: readonly Prediction[],
  known: FactFunction,
  facts: Facts,
): readonly boolean[] {
  return roles.map((_, i) => {
    const answers = right[i] ?? null;
    const prediction = predicted[i];
    if (answers === null) return prediction?.kind === "undefined";
    const [given] = prediction?.kind === "answers" ? prediction.answers : [];
    return given !== undefined && isRight(known.relation, answers, given, facts);
  });
}

/** What is right for inputs: by the facts, or what a model that stands for them says. */
function rightAnswers(
  { spec, seed }: RelationProblem["truth"],
  inputs: readonly string[],
  backends: Backends | undefined,
): SoundTest["right"] | Promise<SoundTest["right"]> {
  if (spec.backend.name === "model") {
    const given = relationAnswers(spec, seed, backends)(inputs);
    const listed = (answers: readonly (string | null)[]): SoundTest["right"] =>
      answers.map((answer) => (answer === null ? null : [answer]));
    return given instanceof Promise ? given.then(listed) : listed(given);
  }
  const known = functionOf(spec);
  return inputs.map((input) => {
    const said = known.say(input);
    return said.kind === "answers" ? said.answers : null;
  });
}

/** What a reference gives: what a model was heard to say of hidden inputs where it stands for its own. */
function knownByModel(
  known: RelationSpec,
  own: RelationSpec,
  right: SoundTest["right"],
  byFacts: readonly Output[],
): readonly Output[] {
  if (known.backend.name !== "model" || canonicalJson(known) !== canonicalJson(own)) return byFacts;
  return byFacts.map((output, i): Output => {
    const heard = right[i];
    if (heard === undefined) return output;
    const [value] = heard ?? [];
    return value === undefined ? { kind: "undefined" } : { kind: "value", value };
  });
}

function share(
  right: readonly boolean[] | Unscored,
  { roles }: SoundTest,
  wanted: readonly SoundTest["roles"][number][],
): Score {
  if ("kind" in right) return right;
  const picked = right.filter((_, i) =>
    roles.some((role, at) => at === i && wanted.includes(role)),
  );
  return picked.length === 0
    ? unscored("no-such-input")
    : scored(picked.filter(Boolean).length / picked.length);
}
