import { BenchError } from "../../../core/index.ts";
import type { Sandbox } from "../../../contract/index.ts";
import type { NumericColumn } from "../functions/column.ts";
import type { NumericProblem } from "../problem.ts";
import { server } from "./draw-source.ts";
import type { InputColumns } from "./draw-source.ts";
import { externalAnswers } from "./external-answers.ts";
import type { RecordedAnswer, Replay } from "../../common/index.ts";

/** Which function of numbers is to answer, and what decides the chance in its answers. */
export interface BlackBoxOptions {
  readonly problem: NumericProblem;
  /** Which repeat of the work, from 1. */
  readonly epoch: number;
  /** `answers` for what an interpreter asks; any other name gives fresh draws. */
  readonly stream: string;
  /** Where a user's own program runs; nothing else needs one. */
  readonly sandbox?: Pick<Sandbox, "run">;
  /** Answers of a user's own program that are on record. */
  readonly replay?: Replay;
}

/** What a function gave for a batch, column by column. */
export interface Served extends NumericColumn {
  /** Why an input has no value. */
  reasonAt(index: number): string;
}

/**
 * Serves batches of inputs: at once where they are computed, otherwise each after those that were
 * asked before it.
 */
export type BlackBox = (inputs: InputColumns, signal?: AbortSignal) => Served | Promise<Served>;

/**
 * A problem's function as it answers: a law is computed, a user's own program runs in the sandbox.
 * Serving throws `function-failed` or `sandbox-unavailable` where that program gives no answers.
 */
export function blackBox(options: BlackBoxOptions): BlackBox {
  const { problem, epoch, stream, sandbox, replay = new Map() } = options;
  const { spec, seed } = problem.truth;
  if (spec.kind !== "external") {
    const serve = server({ spec, seed, epoch, stream });
    return (inputs) => ({ ...serve(inputs), reasonAt: () => NOT_FINITE });
  }
  if (sandbox === undefined)
    throw new BenchError(
      "internal",
      "Expected a sandbox for a user's own program; got none; hand one in",
    );
  const answers = externalAnswers({ program: spec, seed, epoch, stream, sandbox, replay });
  return async (inputs, signal) => columnsOf(await answers(inputs, signal));
}

const NOT_FINITE = "The function has no finite value here";

function columnsOf(answers: readonly RecordedAnswer[]): Served {
  const re = new Float64Array(answers.length).fill(NaN);
  const im = new Float64Array(answers.length);
  answers.forEach((answer, index) => {
    if (answer.kind === "undefined" || typeof answer.value === "string") return;
    const { value } = answer;
    re[index] = typeof value === "number" ? value : value.re;
    im[index] = typeof value === "number" ? 0 : value.im;
  });
  const isReal = im.every((part) => part === 0);
  const reasonAt = (index: number): string => {
    const answer = answers[index];
    return answer?.kind === "undefined" ? answer.reason : NOT_FINITE;
  };
  return { re, im: isReal ? null : im, reasonAt };
}
