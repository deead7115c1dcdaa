import { chanceFrom } from "../core/index.ts";
import type {
  Assignment,
  Clock,
  Failure,
  Input,
  Interpretation,
  Interpreter,
  Outcome,
  RunManifest,
  RunStore,
  Sandbox,
  Usage,
} from "../contract/index.ts";
import type { NumericSpec } from "../functions/index.ts";
import { openProbe } from "../harness/index.ts";
import { answeredInputs } from "./answered-inputs.ts";
import type { Exam } from "./exam.ts";
import { failureOf, TimedOut } from "./failure-of.ts";
import type { ItemLog } from "./item-log.ts";
import { scoreInterpretation, scoreKnown } from "./score-item.ts";
import type { Scored } from "./score-item.ts";
import { withinTime } from "./within-time.ts";

/** Who answers an item: a method under test, or the run itself from the truth. */
export type Answerer =
  | { readonly kind: "contestant"; readonly interpreter: Interpreter }
  /** `known` is the spec that the reference row answers with. */
  | { readonly kind: "reference"; readonly known: NumericSpec };

/** The parts that an item is worked on with. */
export interface Workshop {
  readonly manifest: RunManifest;
  readonly store: RunStore;
  readonly sandbox: Sandbox;
  readonly clock: Clock;
  /** Milliseconds that an interpreter may take for an item; whoever takes longer has failed. */
  readonly timeLimit: number;
}

const NOTHING_SPENT: Usage = { queries: 0, rounds: 0 };

/**
 * Works one item from its beginning to its recorded outcome. What an interpreter gets wrong becomes
 * part of the outcome; it rejects only when the run itself cannot go on.
 */
export async function runItem(
  exam: Exam,
  answerer: Answerer,
  log: ItemLog,
  workshop: Workshop,
  signal: AbortSignal,
): Promise<Outcome> {
  const { store, clock } = workshop;
  const { problem } = exam;
  log.add({ kind: "problem-started" });
  const result =
    answerer.kind === "reference"
      ? known(scoreKnown(exam, answerer.known, workshop.manifest.budget ?? 0, log))
      : await contest(exam, answerer.interpreter, log, workshop, signal);
  signal.throwIfAborted();
  const outcome: Outcome = {
    version: 1,
    item: log.item,
    attempt: log.attempt,
    category: problem.category,
    role: answerer.kind,
    tags: problem.truth.tags,
    ...result,
    at: new Date(clock.now()).toISOString(),
  };
  await log.flush();
  await store.record(outcome);
  return outcome;
}

type Result = Omit<Outcome, "version" | "item" | "attempt" | "category" | "role" | "tags" | "at">;

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
  exam: Exam,
  interpreter: Interpreter,
  log: ItemLog,
  workshop: Workshop,
  signal: AbortSignal,
): Promise<Result> {
  await log.flush();
  const answer = await interpreted(exam, interpreter, log, workshop, signal);
  const { usage, rounds, milliseconds } = answer;
  if (answer.kind === "failed") return failed(answer.failure, answer, log);
  const { interpretation } = answer;
  log.add({ kind: "interpretation-given", interpretation, usage });
  await log.flush();
  // What cannot be recorded, such as a confidence of 1.2, is the interpreter's fault.
  const fault = log.fault();
  if (fault !== null) return failed(failureOf(fault), answer, log);
  const answered = { interpretation, queries: usage.queries, rounds };
  const scored = await scoreInterpretation(exam, answered, workshop.sandbox, log, signal);
  const { confidence, abstained } = interpretation;
  const given = { usage, confidence, abstained, milliseconds };
  return { status: "scored", failure: null, ...scored, ...given };
}

interface Effort {
  readonly usage: Usage;
  readonly milliseconds: number;
  /** The inputs that were answered, round by round. */
  readonly rounds: readonly (readonly Input[])[];
}

type Answer = Effort &
  (
    | { readonly kind: "given"; readonly interpretation: Interpretation }
    | { readonly kind: "failed"; readonly failure: Failure }
  );

/** Lets the interpreter work; when it has ended, black box and log are closed to it. */
async function interpreted(
  { problem, epoch }: Exam,
  interpreter: Interpreter,
  log: ItemLog,
  { manifest, sandbox, clock, timeLimit }: Workshop,
  signal: AbortSignal,
): Promise<Answer> {
  const { seed, budget, rounds: most } = manifest;
  const rounds: (readonly Input[])[] = [];
  const over = new AbortController();
  const probe = openProbe({
    problem,
    epoch,
    budget,
    rounds: most,
    closing: over.signal,
    onBatch: (number, batch) => {
      rounds.push(answeredInputs(batch));
      log.add({ kind: "queries-answered", round: number, batch });
      return log.flush();
    },
  });
  const assignment: Assignment = {
    probe,
    briefing: { ...problem.briefing, budget, rounds: most },
    chance: chanceFrom(seed).fork("interpreter", interpreter.id, problem.id, epoch),
    clock,
    sandbox: { languages: sandbox.languages, run: (...what) => sandbox.run(...what) },
    log: (note) => {
      if (!over.signal.aborted) log.add({ kind: "note-taken", note });
    },
  };
  const started = clock.now();
  const effort = (): Effort => {
    over.abort();
    return { usage: probe.usage(), rounds, milliseconds: Math.max(0, clock.now() - started) };
  };
  const timedOut = (): Error => {
    over.abort(); // Before the interpreter hears of it, and asks once more.
    return new TimedOut(timeLimit);
  };
  try {
    const work = async (own: AbortSignal): Promise<Interpretation> =>
      interpreter.interpret(assignment, own);
    const interpretation = await withinTime(work, timeLimit, timedOut, signal);
    return { kind: "given", interpretation, ...effort() };
  } catch (error) {
    const spent = effort();
    signal.throwIfAborted();
    return { kind: "failed", failure: failureOf(error), ...spent };
  }
}

function failed(failure: Failure, { usage, milliseconds }: Effort, log: ItemLog): Result {
  log.add({ kind: "problem-failed", failure });
  const nothing = known({ scores: {}, scorers: [] });
  return { ...nothing, status: "failed", failure, usage, milliseconds };
}
