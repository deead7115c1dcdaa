import { drawsFrom, mixWord, streamKey } from "../../../core/index.ts";
import type { Answer, Input } from "../../../contract/index.ts";
import { arityOfText } from "../functions/inspect.ts";
import { serveText } from "../functions/serve-text.ts";
import type { StringProblem } from "../problem.ts";
import type { TextResult } from "../functions/string-operation.ts";
import type { InputCheck, OpenOptions } from "../../common/index.ts";

/** Characters, as UTF-16 counts them, that a text may have in all its parts together. */
const MOST_TEXT = 100_000;

/**
 * A string function as the black box answers: what it draws at random depends on (seed, epoch,
 * input, earlier askings of this input) alone.
 */
function stringServer(
  problem: StringProblem,
  epoch: number,
): (strings: readonly string[]) => TextResult {
  const { spec, seed } = problem.truth;
  const seen = new Map<string, number>();
  return (texts) => {
    const name = JSON.stringify(texts);
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    return serveText(
      spec,
      texts,
      drawsFrom(() => mixWord(streamKey(`text/${seed}/answers/${epoch}/${name}`), before)),
    );
  };
}

/** Checks batches for a string function. */
export function stringInputCheck(problem: StringProblem, { epoch }: OpenOptions): InputCheck {
  const serve = stringServer(problem, epoch);
  const arity = arityOfText(problem.truth.spec);
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
