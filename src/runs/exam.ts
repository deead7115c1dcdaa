import type { Input, MetricFamily, Problem, RunOutcome } from "../contract/index.ts";
import { arityOf } from "../functions/index.ts";
import type { NumericColumn, NumericSpec } from "../functions/index.ts";
import { server } from "../harness/index.ts";
import type { InputColumns } from "../harness/index.ts";
import { publishedGrid } from "../scoring/index.ts";
import type { Forecast } from "../scoring/index.ts";
import { otherArguments } from "./other-arguments.ts";
import { REPEATS, soundExamOf } from "./sound-exam.ts";
import type { SoundExam } from "./sound-exam.ts";

/** The name of the stream that draws the published test's noise. */
const PUBLISHED_TEST = "published-test";

/** Everything that an answer to a problem is tested on, drawn once for all interpreters. */
export interface Exam {
  readonly problem: Problem<NumericSpec>;
  readonly epoch: number;
  /** All inputs for the code, in one batch: published, hidden, then the forecasts' repeats. */
  readonly inputs: readonly Input[];
  readonly columns: InputColumns;
  /** `null` where the published metrics are not asked for. */
  readonly published: PublishedExam | null;
  /** `null` where the sound metrics are not asked for. */
  readonly sound: SoundExam | null;
}

/** The published test: its grid, and one fresh draw of the served function there. */
export interface PublishedExam {
  readonly columns: InputColumns;
  readonly truth: NumericColumn;
}

/** Draws the exam of a problem; the same problem, epoch and metrics give the same exam. */
export function examOf(
  problem: Problem<NumericSpec>,
  epoch: number,
  metrics: readonly MetricFamily[],
): Exam {
  const published = metrics.includes("published") ? publishedExamOf(problem, epoch) : null;
  const sound = metrics.includes("sound") ? soundExamOf(problem, epoch) : null;
  const columns = Array.from({ length: arityOf(problem.truth.spec) }, (_, argument) =>
    Float64Array.from([
      ...(published?.columns[argument] ?? []),
      ...(sound?.columns[argument] ?? []),
      ...(sound?.forecasts.columns[argument] ?? []),
    ]),
  );
  return { problem, epoch, inputs: inputsOf(columns), columns, published, sound };
}

function publishedExamOf({ truth }: Problem<NumericSpec>, epoch: number): PublishedExam {
  const { spec, seed } = truth;
  const columns = otherArguments(publishedGrid(), arityOf(spec), `${seed}/published`);
  return { columns, truth: server({ spec, seed, epoch, stream: PUBLISHED_TEST })(columns) };
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
export function sheetOf({ published, sound }: Exam, outcome: RunOutcome): Sheet {
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
