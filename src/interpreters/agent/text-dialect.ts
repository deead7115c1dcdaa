import { parseJson } from "../../core/index.ts";
import type { ProblemForm } from "../../contract/index.ts";
import { askBlocks } from "./ask-blocks.ts";
import { readInputs } from "./ask-form.ts";
import type { Dialect, DialectParts } from "./dialect.ts";
import { descriptionAt, headedAnswer } from "./headed-answer.ts";
import type { Move } from "./move.ts";
import { spoken } from "./spoken.ts";

/** Fenced blocks that ask, and an answer under headings; for models that can call no tools. */
export function textDialect({ briefing, mayAsk, python }: DialectParts): Dialect {
  return {
    settings: () => ({}),
    read: async ({ text: reply }) => {
      const text = spoken(reply);
      const asked = mayAsk ? askBlocks(text) : [];
      const answer = await headedAnswer(text, briefing, python);
      // Results that the model did not see yet decide nothing: whichever stands first counts.
      const first = asked[0]?.from ?? Infinity;
      if (answer.length > 0 && descriptionAt(text) < first) return answer;
      return asked.length === 0 ? answer : asked.map(({ body }) => askMove(body, briefing.form));
    },
    reminder: (mustAnswer) =>
      mayAsk && !mustAnswer
        ? "Write a block that begins with ```ask and holds inputs, or an answer that begins with [DESCRIPTION]."
        : "Write an answer that begins with [DESCRIPTION].",
  };
}

function askMove(body: string, form: ProblemForm): Move {
  const read = readInputs(inputsIn(body.trim(), form), form);
  return read.kind === "inputs"
    ? { kind: "ask", inputs: read.inputs }
    : { kind: "malformed", expected: `Expected a block with one input a line: ${read.expected}` };
}

/** A block as JSON, or line by line; `null` where it is neither. */
function inputsIn(body: string, form: ProblemForm): unknown {
  const whole = parseJson(body);
  if (whole.kind === "json" && Array.isArray(whole.value)) return nested(whole.value, form);
  const lines = body.split("\n").map((line) => line.trim());
  return lines.filter((line) => line !== "").flatMap((line) => form.inputsOfLine(line));
}

/** A single input with several arguments may stand without the outer brackets. */
function nested(list: readonly unknown[], form: ProblemForm): readonly unknown[] {
  const isOne = form.arguments.length > 1 && list.every((part) => !Array.isArray(part));
  return isOne ? [list] : list;
}
