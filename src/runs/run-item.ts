import { BenchError } from "../core/index.ts";
import type { Failure, Interpreter, Outcome, Problem, Spec, Usage } from "../contract/index.ts";
import { isFunctionFault } from "../categories/index.ts";
import { evaluateAnswer, evaluateKnown } from "../evaluation/index.ts";
import type { Scored, TestSet } from "../evaluation/index.ts";
import { failureOf } from "./failure-of.ts";
import { interpreted } from "./interpreted.ts";
import type { Effort, Workshop } from "./interpreted.ts";
import type { ItemLog } from "./item-log.ts";

/** Who answers an item: a method under test, or the run itself from the truth. */
export type Answerer =
  | { readonly kind: "contestant"; readonly interpreter: Interpreter }
  /** `known` is the spec that the reference row answers with. */
  | { readonly kind: "reference"; readonly known: Spec };

/** A problem that an answer is wanted for, with the test set that it will be tested on. */
export interface Task {
  readonly problem: Problem;
  /** Which repeat of the work, from 1. */
  readonly epoch: number;
  /** Draws the test set, or gives the one that was drawn before. */
  testSet(): Promise<TestSet>;
}

const NOTHING_SPENT: Usage = { queries: 0, rounds: 0 };
const NO_EFFORT: Effort = { usage: NOTHING_SPENT, model: null, milliseconds: 0, rounds: [] };

/**
 * Works one item from its beginning to its recorded outcome. What an interpreter gets wrong becomes
 * part of the outcome; it rejects only when the run itself cannot go on.
 */
export async function runItem(
  task: Task,
  answerer: Answerer,
  log: ItemLog,
  workshop: Workshop,
  signal: AbortSignal,
): Promise<Outcome> {
  const { store, clock } = workshop;
  const { problem } = task;
  log.add({ kind: "problem-started" });
  const result = await resultOf(task, answerer, log, workshop, signal);
  signal.throwIfAborted();
  const outcome: Outcome = {
    version: 1,
    item: log.item,
    attempt: log.attempt,
    category: problem.category,
    role: answerer.kind,
    ...result,
    at: new Date(clock.now()).toISOString(),
  };
  await log.flush();
  await store.record(outcome);
  return outcome;
}

type Result = Omit<Outcome, "version" | "item" | "attempt" | "category" | "role" | "at">;

/** Where a user's own program has no answers to test against, nobody is asked: the item has failed. */
async function resultOf(
  task: Task,
  answerer: Answerer,
  log: ItemLog,
  workshop: Workshop,
  signal: AbortSignal,
): Promise<Result> {
  let testSet: TestSet;
  try {
    testSet = await task.testSet();
  } catch (error) {
    if (!isFunctionFault(error)) throw error;
    return failed(failureOf(error), NO_EFFORT, log);
  }
  const { sandbox, manifest } = workshop;
  switch (answerer.kind) {
    case "reference": {
      const context = { sandbox, log, signal };
      const scored = await unlessMachineFault(() =>
        evaluateKnown(testSet, answerer.known, manifest.budget ?? 0, context),
      );
      return scored instanceof BenchError
        ? failed(failureOf(scored), NO_EFFORT, log)
        : known(scored);
    }
    case "contestant":
      return contest(testSet, answerer.interpreter, log, workshop, signal);
  }
}

function known(scored: Scored): Result {
  return {
    status: "scored",
    failure: null,
    ...scored,
    usage: NOTHING_SPENT,
    confidence: null,
    abstained: false,
    milliseconds: 0,
  };
}

async function contest(
  testSet: TestSet,
  interpreter: Interpreter,
  log: ItemLog,
  workshop: Workshop,
  signal: AbortSignal,
): Promise<Result> {
  await log.flush();
  const answer = await interpreted(testSet, interpreter, log, workshop, signal);
  const { usage, rounds, milliseconds } = answer;
  if (answer.kind === "failed") return failed(answer.failure, answer, log);
  const { interpretation } = answer;
  log.add({ kind: "interpretation-given", interpretation, usage });
  await log.flush();
  // What cannot be recorded, such as a confidence of 1.2, is the interpreter's fault.
  const fault = log.fault();
  if (fault !== null) return failed(failureOf(fault), answer, log);
  const answered = { interpretation, queries: usage.queries, rounds };
  const context = { sandbox: workshop.sandbox, log, signal };
  const scored = await unlessMachineFault(() => evaluateAnswer(testSet, answered, context));
  if (scored instanceof BenchError) return failed(failureOf(scored), answer, log);
  const { confidence, abstained } = interpretation;
  const given = { usage, ...useOf(answer), confidence, abstained, milliseconds };
  return { status: "scored", failure: null, ...scored, ...given };
}

/** What work gives, or the fault of a machine that did not bring it to an end. */
async function unlessMachineFault<T>(work: () => Promise<T>): Promise<T | BenchError> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BenchError && error.code === "machine-fault") return error;
    throw error;
  }
}

/** What an outcome says of a language model: nothing where none was asked. */
function useOf({ model }: Effort): Pick<Outcome, "model"> {
  return model === null ? {} : { model };
}

function failed(failure: Failure, effort: Effort, log: ItemLog): Result {
  const { usage, milliseconds } = effort;
  log.add({ kind: "problem-failed", failure });
  const nothing = known({ scores: {}, scorers: [] });
  return { ...nothing, status: "failed", failure, usage, ...useOf(effort), milliseconds };
}
