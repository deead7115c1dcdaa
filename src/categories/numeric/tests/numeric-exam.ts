import { chanceFrom } from "../../../core/index.ts";
import type { MetricFamily, Output, Problem, Sandbox } from "../../../contract/index.ts";
import type { NumberSpec } from "../functions/spec-union.ts";
import { blackBox } from "../opening/black-box.ts";
import type { InputColumns } from "../opening/draw-source.ts";
import { publishedGrid } from "../scorers/published.ts";
import type { Forecast } from "../scorers/noise-scores.ts";
import type { Guess } from "../../../scoring/index.ts";
import type { PublishedTest } from "../scorers/published.ts";
import { arityOfProblem } from "./arity-of-problem.ts";
import { inputRows } from "../../common/index.ts";
import { otherArguments } from "./other-arguments.ts";
import { sizeBetween } from "./size-between.ts";
import { REPEATS, soundExamOf } from "./sound-exam.ts";
import type { SoundExam } from "./sound-exam.ts";
import { testBatch } from "../../common/index.ts";
import type { TestBatch } from "../../common/index.ts";

/** The name of the stream that draws the published test's noise. */
const PUBLISHED_TEST = "published-test";

/** Everything that an answer about a function of numbers is tested on, drawn once for all interpreters. */
export interface NumericExam {
  readonly kind: "numeric";
  readonly problem: Problem<NumberSpec>;
  readonly epoch: number;
  /** `null` where the published metrics are not asked for. */
  readonly published: PublishedExam | null;
  /** `null` where the sound metrics are not asked for. */
  readonly sound: SoundExam | null;
}

/** The published test: its grid, one fresh draw of the served function there, and its size elsewhere. */
export interface PublishedExam extends PublishedTest {
  readonly batch: TestBatch;
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
  return { kind: "numeric", problem, epoch, published, sound };
}

async function publishedExamOf(
  { problem, epoch, sandbox }: ExamParts<NumberSpec>,
  signal: AbortSignal,
): Promise<PublishedExam> {
  const arity = arityOfProblem(problem);
  const columns = otherArguments(publishedGrid(), arity, `${problem.truth.seed}/published`);
  const serve = blackBox({ problem, epoch, sandbox, stream: PUBLISHED_TEST });
  const { re, im } = await serve(columns, signal);
  const chance = chanceFrom(problem.truth.seed).fork("published-batch");
  const batch = testBatch({ inputs: inputRows(columns), kinds: [], chance });
  return { batch, columns, truth: { re, im }, size: sizeBetween(problem) };
}

/** What code gave in the sound test, taken apart. */
export interface Sheet {
  /** At the hidden inputs. */
  readonly hidden: Guess;
  readonly forecasts: readonly Forecast[];
}

/** Takes apart what code gave in the sound test, in the order of the test. */
export function sheetOf({ hidden, forecasts }: SoundExam, outputs: readonly Output[]): Sheet {
  const count = hidden.inputs.length;
  return {
    hidden: { kind: "ran", outputs: outputs.slice(0, count) },
    forecasts: forecasts.answers.map((forecast, i) => {
      const from = count + i * REPEATS;
      return { ...forecast, outputs: outputs.slice(from, from + REPEATS) };
    }),
  };
}
