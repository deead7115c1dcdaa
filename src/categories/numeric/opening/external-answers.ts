import { BenchError } from "../../../core/index.ts";
import type { Input, Output, RunOutcome, Sandbox } from "../../../contract/index.ts";
import type { External } from "../functions/external/spec.ts";
import type { InputColumns } from "./draw-source.ts";
import { inputName } from "../../common/index.ts";
import type { RecordedAnswer, Replay } from "../../common/index.ts";

/** A user's own program, and what decides the chance in its answers. */
export interface ExternalOptions {
  readonly program: External;
  /** The problem's sealed seed. */
  readonly seed: string;
  /** Which repeat of the work, from 1. */
  readonly epoch: number;
  /** `answers` for what an interpreter asks; any other name gives fresh chance. */
  readonly stream: string;
  readonly sandbox: Pick<Sandbox, "run">;
  /** Answers that are on record already, which are given again instead of running the program. */
  readonly replay: Replay;
}

/** Answers batches, one after the other, whatever is asked meanwhile. */
export type ExternalAnswers = (
  inputs: InputColumns,
  signal?: AbortSignal,
) => Promise<readonly RecordedAnswer[]>;

/**
 * A user's own program as a black box. Each batch is one run of the program, loaded anew, with
 * chance decided by (seed, stream, epoch, number of the batch). Throws `function-failed` where the
 * program does not load or passes its limits, and `sandbox-unavailable`.
 */
export function externalAnswers(options: ExternalOptions): ExternalAnswers {
  const { replay } = options;
  const seen = new Map<string, number>();
  let batch = 0;
  let before: Promise<unknown> = Promise.resolve();
  const known = (point: readonly number[]): RecordedAnswer | null => {
    const name = inputName(point);
    const times = seen.get(name) ?? 0;
    seen.set(name, times + 1);
    return replay.get(name)?.[times] ?? null;
  };
  return (columns, signal) => {
    const points = pointsOf(columns);
    const recorded = points.map(known);
    batch += 1;
    const number = batch;
    const answers = before.then(() => completed(options, number, points, recorded, signal));
    before = answers.catch(() => undefined); // Whoever asked is told; the next batch goes on.
    return answers;
  };
}

async function completed(
  { program, seed, epoch, stream, sandbox }: ExternalOptions,
  batch: number,
  points: readonly (readonly number[])[],
  recorded: readonly (RecordedAnswer | null)[],
  signal: AbortSignal | undefined,
): Promise<readonly RecordedAnswer[]> {
  const open = points.filter((_, i) => recorded[i] === null);
  if (open.length === 0) return recorded.filter((answer) => answer !== null);
  const { language, source, entry } = program;
  const execution = {
    code: { language, source, entry },
    inputs: open.map((point): Input => (point.length === 1 ? (point[0] ?? 0) : point)),
    seed: `external/${seed}/${stream}/${epoch}/${batch}`,
  };
  const outputs = outputsOf(await sandbox.run(execution, signal), open.length);
  let at = 0;
  return recorded.map((answer) => answer ?? answerOf(outputs[at++]));
}

/** The inputs row by row; −0 is asked as 0. */
function pointsOf(columns: InputColumns): readonly (readonly number[])[] {
  const [first = new Float64Array()] = columns;
  return Array.from(first, (_, i) => columns.map((column) => (column[i] ?? 0) + 0));
}

function outputsOf(outcome: RunOutcome, count: number): readonly Output[] {
  switch (outcome.kind) {
    case "ran":
      return outcome.outputs;
    case "not-loaded":
      throw failed("to load", outcome.message, "correct the file");
    case "timed-out":
      throw failed(`to answer ${count} inputs in its time`, "no end", "make it faster");
    case "out-of-memory":
      throw failed(`to answer ${count} inputs in its memory`, "more", "make it smaller");
    case "crashed":
      throw failed("to run", `an end of its process: ${outcome.message}`, "correct the file");
    case "no-sandbox":
      throw new BenchError(
        "sandbox-unavailable",
        `Expected a sandbox to run the function in; got none; ${outcome.remedy}`,
      );
  }
}

function failed(what: string, got: string, todo: string): BenchError {
  return new BenchError("function-failed", `Expected the function ${what}; got ${got}; ${todo}`);
}

/** An exception's name at the start of its message. */
const EXCEPTION = /^([\p{L}_$][\p{L}\p{N}_$.]{0,63}): /u;

/** The answer that an output is; an exception's own words could give the function away. */
function answerOf(output: Output | undefined): RecordedAnswer {
  switch (output?.kind) {
    case "value":
      if (typeof output.value !== "string") return { kind: "value", value: output.value };
      return none("The function gave a text, which is no number");
    case "undefined":
    case undefined:
      return none("The function has no finite value here");
    case "invalid":
      return none(`The function gave no number (${output.got})`);
    case "threw": {
      const [, name] = EXCEPTION.exec(output.message) ?? [];
      return none(`The function threw an exception${name === undefined ? "" : ` (${name})`}`);
    }
  }
}

function none(reason: string): RecordedAnswer {
  return { kind: "undefined", reason };
}
