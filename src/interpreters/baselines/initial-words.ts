import type { Interpreter } from "../../contract/index.ts";
import { abstain, answerWithCode } from "./answer.ts";

/** Says that a unit responds to the words that were given away, or takes them; asks nothing. */
export function initialWords(): Interpreter {
  return {
    id: "initial-words",
    configuration: { version: 1 },
    interpret: ({ briefing: { form, answer } }) => {
      const words = (form.initialInputs ?? []).map(String);
      if ((answer.concepts ?? answer.relation) !== true || words.length === 0)
        return Promise.resolve(
          abstain("This baseline copies words that are given away; there are none here."),
        );
      if (answer.relation === true)
        return Promise.resolve({
          ...answerWithCode(`Takes the likes of ${words.join(", ")}. Nothing was asked.`, ""),
          code: null,
          relation: { input: words.join(", "), output: "" },
        });
      return Promise.resolve({
        ...answerWithCode(`Responds to ${words.join(", ")}. Nothing was asked.`, ""),
        code: null,
        concepts: words,
      });
    },
  };
}
