import * as z from "zod";
import { BenchError, parseJson, sampleTexts } from "../../core/index.ts";
import type { Chance } from "../../core/index.ts";
import type { Input, ProblemForm, PublicCategory } from "../../contract/index.ts";
import { stringBriefing } from "./problem.ts";
import type { StringDomain } from "./problem.ts";

/** String functions, as anyone may know them. */
export const publicStrings: PublicCategory = {
  name: "strings",
  title: "String functions",
  form: (domain: StringDomain) => formOf(domain),
  briefings: [1, 2].map((texts) => stringBriefing(null, texts)),
};

function formOf({ texts: arity }: StringDomain): ProblemForm {
  const one = { type: "string" };
  const schema = arity === 1 ? z.string() : z.array(z.string()).length(arity);
  return {
    arguments: Array.from({ length: arity }, () => ({ kind: "string" })),
    inputSchema:
      arity === 1 ? one : { type: "array", items: one, minItems: arity, maxItems: arity },
    readInput: (value) => schema.safeParse(value).data ?? null,
    parseInput: (text) => (arity === 1 ? text : parseList(text, arity)),
    inputsOfLine: (line) => [inputOfLine(line, arity)],
    exampleInputs: (count, chance) => examples(arity, count, chance),
    words: {
      argument: ["text", "texts"],
      examples: ["Abc", "x1", "?"],
      rows: [
        ["Some text", "other"],
        ["x 1", ""],
      ],
      task: taskOf(arity),
      without: "",
      publishedHints: [],
    },
  };
}

const stringsSchema = z.array(z.string());

/** Several strings are a list in JSON. */
function parseList(text: string, count: number): Input {
  const read = parseJson(text);
  const parsed = stringsSchema.safeParse(read.kind === "json" ? read.value : null);
  if (parsed.success && parsed.data.length === count) return parsed.data;
  throw new BenchError(
    "bad-input-value",
    `Expected ${count} texts as a list in JSON, such as '["a", "b"]'; got \`${text}\`; put each input in quotes of its own`,
    { data: { text } },
  );
}

/** JSON strings with commas between them, or else the line as it stands. */
function inputOfLine(line: string, arity: number): unknown {
  const bare = line.replace(/,$/u, "");
  const parsed = parseJson(bare.startsWith("[") ? bare : `[${bare}]`);
  const list = parsed.kind === "json" && Array.isArray(parsed.value) ? parsed.value : null;
  if (arity > 1) return list;
  const isOne = list?.length === 1 && typeof list[0] === "string";
  return isOne ? list[0] : line;
}

function taskOf(texts: number): string {
  const takes = texts === 1 ? "one text" : `${texts} texts`;
  return `The function takes ${takes} and gives a text. It may do several things one after the other: change letters, their case or their order, count, cut, insert, or treat particular characters in a way of their own. Try short and long texts, both cases, digits, spaces, punctuation, repeated letters and the empty text. For texts of a certain kind another rule may hold than for all others. Now and then such a function draws at random, so that a text asked twice gives two results.`;
}

/** Strings of all sorts, which every example begins with. */
const usualStrings = [
  "hello",
  "Hello World",
  "abc",
  "XYZ",
  "a1b2c3",
  "",
  "banana",
  "A quick test, really!",
  "level",
  "1234567890",
  "z",
  "  two  spaces ",
  "MiXeD cAsE",
  "under_score-dash",
  "Ünïcode",
];

function examples(arity: number, count: number, chance: Chance): readonly Input[] {
  if (arity > 1) return Array.from({ length: count }, () => sampleTexts(arity, chance));
  const drawn = Array.from({ length: Math.max(0, count - usualStrings.length) }, () =>
    sampleTexts(1, chance),
  );
  return [...usualStrings, ...drawn.map(([text = ""]) => text)].slice(0, count);
}
