import type { Input, QueryBatch, Value } from "../../contract/index.ts";
import { shortNumber } from "./short-number.ts";

const MOST_COLUMNS = 3;
const BETWEEN = "    ";

/**
 * The queries of a round with their answers, in columns, in the order in which they were asked; of
 * more than `most` the middle is left out.
 */
export function renderBatch(batch: QueryBatch, room: number, most: number): string[] {
  const { inputs, outputs } = batch;
  const count = `${inputs.length} ${inputs.length === 1 ? "query" : "queries"}`;
  const reasons = new Map(
    batch.missing.flatMap(({ kind, indices }) => indices.map((index) => [index, kind] as const)),
  );
  const pairs = inputs.map((input, i) => {
    const value = outputs[i] ?? null;
    const answer = value === null ? (reasons.get(i) ?? "no value") : valueText(value);
    return { input: inputText(input), answer };
  });
  if (pairs.length <= most) return [count, ...grid(pairs, pairs, room)];
  const [start, end] = [pairs.slice(0, most / 2), pairs.slice(-most / 2)];
  const shown = [...start, ...end];
  const left = `… ${pairs.length - most} more`;
  return [count, ...grid(start, shown, room), left, ...grid(end, shown, room)];
}

interface Pair {
  readonly input: string;
  readonly answer: string;
}

/** Pairs in as many columns as there is room for; `all` decides how wide they are. */
function grid(pairs: readonly Pair[], all: readonly Pair[], room: number): string[] {
  const inputWidth = Math.max(0, ...all.map(({ input }) => input.length));
  const answerWidth = Math.max(0, ...all.map(({ answer }) => answer.length));
  const cells = pairs.map(
    ({ input, answer }) => `${input.padStart(inputWidth)} → ${answer.padEnd(answerWidth)}`,
  );
  const width = inputWidth + 3 + answerWidth + BETWEEN.length;
  const fitting = Math.floor((room + BETWEEN.length) / width);
  const columns = Math.max(1, Math.min(MOST_COLUMNS, fitting));
  return Array.from({ length: Math.ceil(cells.length / columns) }, (_, row) =>
    cells
      .slice(row * columns, (row + 1) * columns)
      .join(BETWEEN)
      .trimEnd(),
  );
}

function inputText(input: Input): string {
  if (typeof input === "string") return input;
  return typeof input === "number" ? shortNumber(input) : `(${input.map(partText).join(", ")})`;
}

function partText(part: number | string): string {
  return typeof part === "number" ? shortNumber(part) : part;
}

function valueText(value: Value): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return shortNumber(value);
  return `${shortNumber(value.re)} + ${shortNumber(value.im)}i`;
}
