import { drawsFrom, mixWord, streamKey } from "../core/index.ts";
import type { Answer, Input, Problem } from "../contract/index.ts";
import { arityOfText, serveText } from "../functions/index.ts";
import type { StringSpec, TextResult } from "../functions/index.ts";
import type { Counter } from "./counter.ts";

/** Characters, as UTF-16 counts them, that a text may have in all its parts together. */
const MOST_TEXT = 100_000;

/** What decides the chance in an answer, beside the input and how often it was asked before. */
export interface TextServingOptions {
  readonly problem: Problem<StringSpec>;
  /** Which repeat of the work, from 1. */
  readonly epoch: number;
  /** `answers` for what an interpreter asks; any other name gives fresh draws. */
  readonly stream: string;
}

/**
 * A function of texts as the black box answers: what it draws at random depends on (seed, stream,
 * epoch, input, earlier askings of this input) alone.
 */
function textServer({
  problem,
  epoch,
  stream,
}: TextServingOptions): (texts: readonly string[]) => TextResult {
  const { spec, seed } = problem.truth;
  const seen = new Map<string, number>();
  return (texts) => {
    const name = JSON.stringify(texts);
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    return serveText(
      spec,
      texts,
      drawsFrom(() => mixWord(streamKey(`text/${seed}/${stream}/${epoch}/${name}`), before)),
    );
  };
}

/** Takes batches for a function of texts. */
export function textCounter(options: Omit<TextServingOptions, "stream">): Counter {
  const serve = textServer({ ...options, stream: "answers" });
  const arity = arityOfText(options.problem.truth.spec);
  return (inputs, left) => {
    let count = 0;
    const admitted = inputs.map((input): readonly string[] | Answer => {
      const texts = textsOf(input);
      const fault = faultOf(texts, arity);
      if (fault !== null) return { kind: "refused", reason: fault };
      if (count >= left) return { kind: "budget-exhausted" };
      count += 1;
      return texts;
    });
    return {
      count,
      answer: () => admitted.map((each) => ("kind" in each ? each : answerOf(serve(each)))),
    };
  };
}

/** The texts of an input; none where there is something else in it. */
function textsOf(input: Input): readonly string[] {
  if (typeof input === "string") return [input];
  if (typeof input === "number") return [];
  const texts = input.filter((part) => typeof part === "string");
  return texts.length === input.length ? texts : [];
}

/** Why texts are no legal input; `null` where they are. */
function faultOf(texts: readonly string[], arity: number): string | null {
  if (texts.length !== arity) return arity === 1 ? "Expected a text" : `Expected ${arity} texts`;
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  return length > MOST_TEXT ? `Expected at most ${MOST_TEXT} characters` : null;
}

function answerOf(result: TextResult): Answer {
  return typeof result === "string" ? { kind: "value", value: result } : result;
}
