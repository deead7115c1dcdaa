import { parseJson } from "../../core/index.ts";
import type { Domain } from "../../contract/index.ts";
import { arityOfDomain } from "./arity-of-domain.ts";
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
      return asked.length === 0 ? answer : asked.map(({ body }) => askMove(body, briefing.domain));
    },
    reminder: (mustAnswer) =>
      mayAsk && !mustAnswer
        ? "Write a block that begins with ```ask and holds inputs, or an answer that begins with [DESCRIPTION]."
        : "Write an answer that begins with [DESCRIPTION].",
  };
}

function askMove(body: string, domain: Domain): Move {
  const read = readInputs(inputsIn(body.trim(), domain), domain);
  return read.kind === "inputs"
    ? { kind: "ask", inputs: read.inputs }
    : { kind: "malformed", expected: `Expected a block with one input a line: ${read.expected}` };
}

/** A block as JSON, or line by line; `null` where it is neither. */
function inputsIn(body: string, domain: Domain): unknown {
  const whole = parseJson(body);
  if (whole.kind === "json" && Array.isArray(whole.value)) return nested(whole.value, domain);
  const lines = body.split("\n").map((line) => line.trim());
  const filled = lines.filter((line) => line !== "");
  if (domain.kind === "strings") return filled.map((line) => textsIn(line, domain.texts));
  const arity = arityOfDomain(domain);
  const rows = filled.map((line) => numbersIn(line));
  return arity === 1 ? rows.flat() : rows;
}

/** A single input with several arguments may stand without the outer brackets. */
function nested(list: readonly unknown[], domain: Domain): readonly unknown[] {
  const isOne = arityOfDomain(domain) > 1 && list.every((part) => !Array.isArray(part));
  return isOne ? [list] : list;
}

function numbersIn(line: string): readonly (number | null)[] {
  return line
    .replace(/^[ \t]*[([]/u, "")
    .replace(/[)\]][ \t,;]*$/u, "")
    .split(/[\s,;]+/u)
    .filter((word) => word !== "")
    .map((word) => (/^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/iu.test(word) ? Number(word) : null));
}

/** JSON texts with commas between them, or else the line as it stands. */
function textsIn(line: string, texts: number): unknown {
  const bare = line.replace(/,$/u, "");
  const parsed = parseJson(bare.startsWith("[") ? bare : `[${bare}]`);
  const list = parsed.kind === "json" && Array.isArray(parsed.value) ? parsed.value : null;
  if (texts > 1) return list;
  const isOne = list?.length === 1 && typeof list[0] === "string";
  return isOne ? list[0] : line;
}
