import type { Answer } from "../../../contract/index.ts";
import { checkTexts } from "../../common/index.ts";
import type { InputCheck, OpenOptions } from "../../common/index.ts";
import type { RelationProblem } from "../problem.ts";
import { relationAnswers } from "./relation-answers.ts";

/** Characters, as UTF-16 counts them, that an input may have, and one whose answer costs money. */
const MOST_TEXT = 100_000;
const MOST_ASKED = 1000;

/** Checks batches for a relation. What has no answer is `undefined`, as in the released functions. */
export function relationInputCheck({ truth }: RelationProblem, options: OpenOptions): InputCheck {
  const { spec, seed } = truth;
  const answers = relationAnswers(spec, seed, options.backends);
  const most = spec.backend.name === "model" ? MOST_ASKED : MOST_TEXT;
  return checkTexts({
    most,
    options,
    noun: "string",
    serve: (inputs) => {
      const given = answers(inputs);
      return given instanceof Promise
        ? given.then((all) => all.map(answerOf))
        : given.map(answerOf);
    },
  });
}

function answerOf(value: string | null): Answer {
  return value === null ? { kind: "undefined", reason: "undefined" } : { kind: "value", value };
}
