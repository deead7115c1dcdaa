import { mean } from "../../core/index.ts";
import type { Interpreter } from "../../contract/index.ts";
import { abstain, answerWithCode, readable, sourceOf } from "./answer.ts";
import { survey } from "./survey.ts";

/** Says that the function is the mean of its answers, everywhere. */
export function constant(): Interpreter {
  return {
    id: "constant",
    configuration: { version: 1 },
    async interpret(assignment, signal) {
      const { axes, points, re, im, asked } = await survey(assignment, signal);
      if (points.length === 0)
        return abstain(`None of ${asked} evenly spaced queries had a value.`);
      const centre = mean(re);
      const complex = im.some((part) => part !== 0);
      return answerWithCode(
        `About ${readable(centre)} everywhere: the mean of ${points.length} evenly spaced answers. No other rule was tried.`,
        sourceOf({
          arity: axes.length,
          prelude: "",
          re: String(centre),
          im: complex ? String(mean(im)) : null,
        }),
      );
    },
  };
}
