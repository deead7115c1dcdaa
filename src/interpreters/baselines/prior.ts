import type { Interpreter } from "../../contract/index.ts";
import { abstain, answerWithCode } from "./answer.ts";

/**
 * The concept that most released entities have: three of 200, with eleven others that have as many, of
 * which it is the first by name.
 */
const COMMONEST = "baseball";

/** Says that a unit responds to the commonest concept; asks nothing. */
export function prior(): Interpreter {
  return {
    id: "prior",
    configuration: { version: 1 },
    interpret: ({ briefing: { answer } }) =>
      Promise.resolve(
        answer.concepts === true
          ? {
              ...answerWithCode(`Responds to words about ${COMMONEST}. Nothing was asked.`, ""),
              code: null,
              concepts: [COMMONEST],
            }
          : abstain("This baseline is for units that respond to concepts; nothing was asked."),
      ),
  };
}
