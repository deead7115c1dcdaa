import * as z from "zod";
import { BenchError, pow } from "../../core/index.ts";
import type { Chance } from "../../core/index.ts";
import type { Input, ProblemForm, PublicCategory } from "../../contract/index.ts";
import { numericBriefing } from "./problem.ts";
import type { Interval, NumericDomain } from "./problem.ts";

/** Functions of numbers, as anyone may know them. */
export const publicNumeric: PublicCategory = {
  name: "numeric",
  title: "Numeric functions",
  form: (domain: NumericDomain) => formOf(domain),
  briefings: [1, 2].map((count) => numericBriefing(null, count)),
};

function formOf({ arguments: axes }: NumericDomain): ProblemForm {
  const arity = axes.length;
  const one = { type: "number" };
  const schema = arity === 1 ? z.number() : z.array(z.number()).length(arity);
  return {
    arguments: axes.map(({ from, to }) => ({ kind: "number", from, to })),
    inputSchema:
      arity === 1 ? one : { type: "array", items: one, minItems: arity, maxItems: arity },
    readInput: (value) => schema.safeParse(value).data ?? null,
    parseInput,
    inputsOfLine: (line) => (arity === 1 ? numbersIn(line) : [numbersIn(line)]),
    exampleInputs: (count, chance) => examples(axes, count, chance),
    words: {
      argument: ["number", "numbers"],
      examples: [1.5, -20, 3],
      rows: [
        [-1.5, 4],
        [20, 0.25],
      ],
      task: taskOf(axes),
      without: ", without its noise",
      publishedHints: [
        "What you see may be computed by a small neural network that was trained to imitate a formula: it then follows the formula only roughly, and poorly far out.",
      ],
    },
  };
}

function parseInput(text: string): Input {
  const numbers = text.split(",").map((part) => (part.trim() === "" ? NaN : Number(part)));
  if (numbers.every(Number.isFinite)) return numbers.length === 1 ? (numbers[0] ?? 0) : numbers;
  throw new BenchError(
    "bad-input-value",
    `Expected finite numbers to ask; got \`${text}\`; put spaces between inputs, and commas between the arguments of one`,
    { data: { text } },
  );
}

function numbersIn(line: string): readonly (number | null)[] {
  return line
    .replace(/^[ \t]*[([]/u, "")
    .replace(/[)\]][ \t,;]*$/u, "")
    .split(/[\s,;]+/u)
    .filter((word) => word !== "")
    .map((word) => (/^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/iu.test(word) ? Number(word) : null));
}

function taskOf(axes: readonly Interval[]): string {
  const [axis = { from: -128, to: 128 }] = axes;
  const takes = axes.length === 1 ? "one number" : `${axes.length} numbers`;
  return `The function takes ${takes} and gives a number. What matters most is how it behaves from ${axis.from} to ${axis.to}${axes.length === 1 ? "" : " in each argument"}, though it accepts other numbers too. Be prepared for the following. The values may carry random noise, so that an input asked twice gives two values. Within some interval, or past some point, another rule may hold than everywhere else: if so, find out where it begins and where it ends. The rule may be made of simpler ones, and may be periodic with a short period, constant in pieces, or steep in one place only. At some inputs there may be no value.`;
}

/** The smallest distance from 0 in examples. */
const SMALLEST = 0.1;

/** One argument: half evenly, half ever closer to 0. Several: even in no direction, so at random. */
function examples(axes: readonly Interval[], count: number, chance: Chance): readonly Input[] {
  const [axis] = axes;
  if (axis === undefined) return [];
  if (axes.length > 1)
    return Array.from({ length: count }, () =>
      axes.map(({ from, to }) => rounded(from + (to - from) * chance.uniform())),
    );
  const even = evenly(axis, Math.ceil(count / 2));
  const near = towardsZero(axis, count - even.length);
  return [...new Set([...even, ...near])].toSorted((a, b) => a - b);
}

function evenly({ from, to }: Interval, count: number): readonly number[] {
  if (count < 2) return count === 1 ? [rounded((from + to) / 2)] : [];
  return Array.from({ length: count }, (_, i) => rounded(from + ((to - from) * i) / (count - 1)));
}

function towardsZero({ from, to }: Interval, count: number): readonly number[] {
  const far = Math.max(Math.abs(from), Math.abs(to), SMALLEST);
  return Array.from({ length: count }, (_, i) => {
    const size = SMALLEST * pow(far / SMALLEST, (i + 0.5) / count);
    return rounded(i % 2 === 0 ? size : -size);
  }).filter((x) => x >= from && x <= to);
}

function rounded(x: number): number {
  return Number(x.toPrecision(4)) + 0;
}
