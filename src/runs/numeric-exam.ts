import type { Input, MetricFamily, Problem, RunOutcome, Sandbox } from "../contract/index.ts";
import type { NumberSpec } from "../functions/index.ts";
import { blackBox } from "../harness/index.ts";
import type { InputColumns } from "../harness/index.ts";
import { publishedGrid } from "../scoring/index.ts";
import type { Forecast, PublishedTest } from "../scoring/index.ts";
import { arityOfProblem } from "./arity-of-problem.ts";
import { otherArguments } from "./other-arguments.ts";
import { sizeBetween } from "./size-between.ts";
import { REPEATS, soundExamOf } from "./sound-exam.ts";
import type { SoundExam } from "./sound-exam.ts";

/** The name of the stream that draws the published test's noise. */
const PUBLISHED_TEST = "published-test";

/** Everything that an answer about a function of numbers is tested on, drawn once for all interpreters. */
export interface NumericExam {
  readonly kind: "numeric";
  readonly problem: Problem<NumberSpec>;
  readonly epoch: number;
  /** All inputs for the code, in one batch: published, hidden, then the forecasts' repeats. */
  readonly inputs: readonly Input[];
  readonly columns: InputColumns;
  /** `null` where the published metrics are not asked for. */
  readonly published: PublishedExam | null;
  /** `null` where the sound metrics are not asked for. */
  readonly sound: SoundExam | null;
}

/** The published test: its grid, one fresh draw of the served function there, and its size elsewhere. */
export interface PublishedExam extends PublishedTest {
  readonly columns: InputColumns;
}

/** What an exam is drawn from. */
export interface ExamParts<S> {
  readonly problem: Problem<S>;
  /** Which repeat of the work, from 1. */
  readonly epoch: number;
  readonly metrics: readonly MetricFamily[];
  /** Where a user's own program runs; nothing else needs it. */
  readonly sandbox: Pick<Sandbox, "run">;
}

/**
 * Draws the exam of a function of numbers; the same problem, epoch and metrics give the same exam. Throws
 * `function-failed` or `sandbox-unavailable` where a user's own program gives no answers.
 */
export async function numericExamOf(
  parts: ExamParts<NumberSpec>,
  signal: AbortSignal,
): Promise<NumericExam> {
  const { problem, epoch, metrics, sandbox } = parts;
  const published = metrics.includes("published") ? await publishedExamOf(parts, signal) : null;
  const sound = metrics.includes("sound")
    ? await soundExamOf(problem, epoch, sandbox, signal)
    : null;
  const columns = Array.from({ length: arityOfProblem(problem) }, (_, argument) =>
    Float64Array.from([
      ...(published?.columns[argument] ?? []),
      ...(sound?.columns[argument] ?? []),
      ...(sound?.forecasts.columns[argument] ?? []),
    ]),
  );
  return { kind: "numeric", problem, epoch, inputs: inputsOf(columns), columns, published, sound };
}

async function publishedExamOf(
  { problem, epoch, sandbox }: ExamParts<NumberSpec>,
  signal: AbortSignal,
): Promise<PublishedExam> {
  const arity = arityOfProblem(problem);
  const columns = otherArguments(publishedGrid(), arity, `${problem.truth.seed}/published`);
  const serve = blackBox({ problem, epoch, sandbox, stream: PUBLISHED_TEST });
  const { re, im } = await serve(columns, signal);
  return { columns, truth: { re, im }, size: sizeBetween(problem) };
}

function inputsOf(columns: InputColumns): readonly Input[] {
  const [first = new Float64Array()] = columns;
  if (columns.length === 1) return [...first];
  return Array.from(first, (_, i) => columns.map((column) => column[i] ?? 0));
}

/** An outcome of the exam's whole batch, taken apart; a part that the exam lacks is empty. */
export interface Sheet {
  readonly published: RunOutcome;
  readonly hidden: RunOutcome;
  readonly forecasts: readonly Forecast[];
}

/** Takes apart what code gave on all of an exam's inputs. */
export function sheetOf({ published, sound }: NumericExam, outcome: RunOutcome): Sheet {
  const hidden = published?.truth.re.length ?? 0;
  const repeats = hidden + (sound?.hidden.inputs.length ?? 0);
  const outputs = outcome.kind === "ran" ? outcome.outputs : [];
  const part = (from: number, to: number): RunOutcome =>
    outcome.kind === "ran" ? { kind: "ran", outputs: outputs.slice(from, to) } : outcome;
  return {
    published: part(0, hidden),
    hidden: part(hidden, repeats),
    forecasts: (sound?.forecasts.answers ?? []).map((forecast, i) => {
      const from = repeats + i * REPEATS;
      return { ...forecast, outputs: outputs.slice(from, from + REPEATS) };
    }),
  };
}
