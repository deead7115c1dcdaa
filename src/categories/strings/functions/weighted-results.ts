import { BenchError } from "../../../core/index.ts";
import type { TextResult } from "./string-operation.ts";

/** What a function may give for one input, and how likely that is. */
export interface WeightedResult {
  readonly result: TextResult;
  readonly probability: number;
}

/** Characters that all results of one input may have together. */
const MOST_CHARACTERS = 1e7;

/** One result that is certain. */
export function certain(result: TextResult): readonly WeightedResult[] {
  return [{ result, probability: 1 }];
}

/** What becomes of each result when an operation with equally likely outcomes follows it. */
export function followedBy(
  results: readonly WeightedResult[],
  outcomes: (text: string) => readonly TextResult[],
): readonly WeightedResult[] {
  const merged = new Map<string, WeightedResult>();
  let characters = 0;
  for (const { result, probability } of results) {
    const next = typeof result === "string" ? outcomes(result) : [result];
    for (const outcome of next) {
      characters += typeof outcome === "string" ? outcome.length : 0;
      if (next.length > 1 && characters > MOST_CHARACTERS) throw tooMany();
      add(merged, { result: outcome, probability: probability / next.length });
    }
  }
  return [...merged.values()];
}

/** Each pair of a left and a right result, combined. */
export function combined(
  left: readonly WeightedResult[],
  right: readonly WeightedResult[],
  combine: (left: string, right: string) => string,
): readonly WeightedResult[] {
  const merged = new Map<string, WeightedResult>();
  let characters = 0;
  for (const a of left) {
    for (const b of right) {
      const result = combineResults(a.result, b.result, combine);
      characters += typeof result === "string" ? result.length : 0;
      if (left.length * right.length > 1 && characters > MOST_CHARACTERS) throw tooMany();
      add(merged, { result, probability: a.probability * b.probability });
    }
  }
  return [...merged.values()];
}

function combineResults(
  left: TextResult,
  right: TextResult,
  combine: (left: string, right: string) => string,
): TextResult {
  if (typeof left !== "string") return left;
  return typeof right === "string" ? combine(left, right) : right;
}

function add(merged: Map<string, WeightedResult>, { result, probability }: WeightedResult): void {
  const key = typeof result === "string" ? `=${result}` : `!${result.reason}`;
  const before = merged.get(key)?.probability ?? 0;
  merged.set(key, { result, probability: before + probability });
}

function tooMany(): BenchError {
  return new BenchError(
    "bad-argument",
    `Expected results of at most ${MOST_CHARACTERS} characters in all; got more; ` +
      `use a shorter text, or draw single results`,
  );
}
