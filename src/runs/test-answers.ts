import type { Code, Output, RunOutcome, RunSummary } from "../contract/index.ts";
import { spreadOfTruth } from "../scoring/index.ts";
import type { Guess, IndexRange, ValueColumn } from "../scoring/index.ts";
import type { Bench } from "./bench.ts";
import type { Exam } from "./exam.ts";
import { sameNumber, sameText } from "./same-output.ts";
import { disagreementIn, inTestOrder } from "./test-batch.ts";
import type { Disagreement, TestBatch } from "./test-batch.ts";

/**
 * What an answer gave in each test of an exam, in the order of the test, or why it gave nothing; a
 * test that the exam lacks is not looked at.
 */
export interface TestAnswers {
  readonly published: Guess;
  readonly sound: Guess;
}

/** The same for every test: an answer without code. */
export function inEveryTest(guess: Guess): TestAnswers {
  return { published: guess, sound: guess };
}

interface Test {
  readonly name: "published" | "sound";
  readonly batch: TestBatch;
  isSame(inBatch: Output, apart: Output, place: number): boolean;
}

/**
 * Runs code in each test of an exam, each time from its loading on, so that what it gives in one test
 * has nothing to do with the others. Code whose output depends on what it was asked before is stateful
 * in all of them.
 */
export async function testAnswers(exam: Exam, code: Code, bench: Bench): Promise<TestAnswers> {
  const { sandbox, log, signal } = bench;
  const seed = `${exam.problem.id}/${exam.epoch}`;
  let answers = inEveryTest({ kind: "no-code" });
  for (const { name, batch, isSame } of testsOf(exam)) {
    const { inputs, alone, again } = batch;
    const outcome = await sandbox.run({ code, inputs, alone, again, seed }, signal);
    log.add({ kind: "code-ran", purpose: name, outcome: summary(outcome) });
    const odd = outcome.kind === "ran" ? disagreementIn(batch, outcome, isSame) : null;
    if (odd !== null) return inEveryTest({ kind: "stateful", detail: told(odd) });
    answers = { ...answers, [name]: ordered(batch, outcome) };
  }
  return answers;
}

function ordered(batch: TestBatch, outcome: RunOutcome): Guess {
  return outcome.kind === "ran"
    ? { kind: "ran", outputs: inTestOrder(batch, outcome.outputs) }
    : outcome;
}

function testsOf(exam: Exam): readonly Test[] {
  if (exam.kind === "strings") {
    const batches = [
      ["published", exam.published?.batch] as const,
      ["sound", exam.sound?.batch] as const,
    ];
    return batches.flatMap(([name, batch]) =>
      batch === undefined ? [] : [{ name, batch, isSame: sameText }],
    );
  }
  const { published, sound } = exam;
  const whole = { start: 0, end: published?.truth.re.length ?? 0 };
  return [
    ...(published === null
      ? []
      : [numericTest("published", published.batch, published.truth, whole)]),
    ...(sound === null
      ? []
      : [numericTest("sound", sound.batch, sound.truth.values, sound.hidden.domain)]),
  ];
}

function numericTest(
  name: Test["name"],
  batch: TestBatch,
  truth: ValueColumn,
  range: IndexRange,
): Test {
  const spread = spreadOfTruth(truth, range);
  return {
    name,
    batch,
    isSame: (inBatch, apart, place) => {
      // Forecasts are asked behind the hidden inputs, where no truth stands.
      const at = { re: truth.re[place] ?? 0, im: truth.im?.[place] ?? 0 };
      return sameNumber(inBatch, apart, at, spread);
    },
  };
}

function told({ input, inBatch, apart, how }: Disagreement): string {
  return `${JSON.stringify(input)} gave ${shown(inBatch)} in the test and ${shown(apart)} ${how}`;
}

function shown(output: Output): string {
  switch (output.kind) {
    case "value":
      return JSON.stringify(output.value);
    case "undefined":
      return "no value";
    case "invalid":
      return output.got;
    case "threw":
      return `an exception (${output.message})`;
  }
}

function summary(outcome: RunOutcome): RunSummary {
  const none = { values: 0, undefined: 0, invalid: 0, threw: 0 };
  switch (outcome.kind) {
    case "ran": {
      const counts: Record<Output["kind"], number> = {
        value: 0,
        undefined: 0,
        invalid: 0,
        threw: 0,
      };
      for (const { kind } of outcome.outputs) counts[kind] += 1;
      const { value: values, ...others } = counts;
      const near = outcome.nearLimit === undefined ? {} : { nearLimit: outcome.nearLimit };
      return { kind: "ran", ...near, values, ...others };
    }
    case "not-loaded":
    case "crashed":
      return { kind: outcome.kind, message: outcome.message, ...none };
    case "no-sandbox":
      return { kind: outcome.kind, message: outcome.remedy, ...none };
    case "timed-out":
    case "out-of-memory":
      return { kind: outcome.kind, ...none };
  }
}
