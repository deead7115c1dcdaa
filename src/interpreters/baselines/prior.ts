import type { AnswerForm, Interpretation, Interpreter } from "../../contract/index.ts";
import { abstain, answerWithCode } from "./answer.ts";

/**
 * The concept that most released entities have: three of 200, with eleven others that have as many, of
 * which it is the first by name.
 */
const COMMONEST = "baseball";

/**
 * The class of inputs that most released relations have, 24 of 75, with the first of its properties: all
 * relations are as common, three each.
 */
const COMMONEST_RELATION = { input: "a country", output: "the capital of that country" };

/** Says that a unit responds to the commonest concept, or has the commonest relation; asks nothing. */
export function prior(): Interpreter {
  return {
    id: "prior",
    configuration: { version: 1 },
    interpret: ({ briefing: { answer } }) => Promise.resolve(commonest(answer)),
  };
}

function commonest({ concepts, relation }: AnswerForm): Interpretation {
  if (concepts === true)
    return {
      ...answerWithCode(`Responds to words about ${COMMONEST}. Nothing was asked.`, ""),
      code: null,
      concepts: [COMMONEST],
    };
  const { input, output } = COMMONEST_RELATION;
  return relation === true
    ? {
        ...answerWithCode(`Takes ${input} and gives ${output}. Nothing was asked.`, ""),
        code: null,
        relation: COMMONEST_RELATION,
      }
    : abstain("This baseline is for units of a network; nothing was asked.");
}
