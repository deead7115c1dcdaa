import type { Interpreter } from "../../contract/index.ts";
import { stringsOf } from "../intervals-of.ts";
import { abstain, answerWithCode } from "./answer.ts";

/** Says that a string function gives its (first) text back as it is; asks nothing. */
export function identity(): Interpreter {
  return {
    id: "identity",
    configuration: { version: 1 },
    interpret: ({ briefing }) =>
      Promise.resolve(
        stringsOf(briefing) > 0
          ? answerWithCode(
              "Gives the text back as it is. Nothing was asked.",
              "function f(s) {\n  return s;\n}\n",
            )
          : abstain("This baseline is for functions of texts; nothing was asked."),
      ),
  };
}
