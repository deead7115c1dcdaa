import { BenchError, chanceFrom } from "../core/index.ts";
import type {
  Clock,
  Failure,
  Interpretation,
  Interpreter,
  Outcome,
  Problem,
  RunManifest,
  RunStore,
  Sandbox,
  Usage,
} from "../contract/index.ts";
import type { NumericSpec } from "../functions/index.ts";
import { openProbe } from "../harness/index.ts";
import type { ItemLog } from "./item-log.ts";
import { scoreInterpretation, scoreKnown } from "./score-item.ts";
import type { Scored } from "./score-item.ts";

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
}

const NOTHING_SPENT: Usage = { queries: 0, rounds: 0 };

/**
 * Works one item from its beginning to its recorded outcome. What an interpreter gets wrong becomes
 * part of the outcome; it rejects only when the run itself cannot go on.
 */
export async function runItem(
  problem: Problem<NumericSpec>,
  answerer: Answerer,
  log: ItemLog,
  workshop: Workshop,
  signal: AbortSignal,
): Promise<Outcome> {
  const { store, clock } = workshop;
  const started = clock.now();
  log.add({ kind: "problem-started" });
  const result =
    answerer.kind === "reference"
      ? known(scoreKnown(problem, answerer.known, log))
      : await contest(problem, answerer.interpreter, log, workshop, signal);
  signal.throwIfAborted();
  const outcome: Outcome = {
    version: 1,
    item: log.item,
    attempt: log.attempt,
    category: problem.category,
    role: answerer.kind,
    tags: problem.truth.tags,
    ...result,
    milliseconds: clock.now() - started,
    at: new Date(clock.now()).toISOString(),
  };
  await log.flush();
  await store.record(outcome);
  return outcome;
}

type Result = Pick<
  Outcome,
  "status" | "failure" | "scores" | "scorers" | "usage" | "confidence" | "abstained"
>;

function known(scored: Scored): Result {
  return {
    status: "scored",
    failure: null,
    ...scored,
    usage: NOTHING_SPENT,
    confidence: null,
    abstained: false,
  };
}

async function contest(
  problem: Problem<NumericSpec>,
  interpreter: Interpreter,
  log: ItemLog,
  { manifest, sandbox, clock }: Workshop,
  signal: AbortSignal,
): Promise<Result> {
  const { epoch } = log.item;
  const budget = manifest.budget;
  const probe = openProbe({
    problem,
    epoch,
    budget,
    rounds: manifest.rounds,
    onRound: (round, batch) => log.add({ kind: "queries-answered", round, batch }),
  });
  const chance = chanceFrom(manifest.seed).fork("interpreter", interpreter.id, problem.id, epoch);
  const briefing = { ...problem.briefing, budget, rounds: manifest.rounds };
  let interpretation: Interpretation;
  try {
    interpretation = await interpreter.interpret(
      {
        probe,
        briefing,
        chance,
        clock,
        sandbox,
        log: (note) => log.add({ kind: "note-taken", note }),
      },
      signal,
    );
  } catch (error) {
    signal.throwIfAborted();
    return failed(failureOf(error), probe.usage(), log);
  }
  const usage = probe.usage();
  log.add({ kind: "interpretation-given", interpretation, usage });
  try {
    await log.flush();
  } catch (error) {
    // What cannot be recorded, such as a confidence of 1.2, is the interpreter's fault.
    if (!(error instanceof BenchError) || error.code !== "bad-data") throw error;
    return failed(failureOf(error), usage, log);
  }
  const scored = await scoreInterpretation(problem, interpretation, sandbox, log, signal);
  const { confidence, abstained } = interpretation;
  return { status: "scored", failure: null, ...scored, usage, confidence, abstained };
}

function failed(failure: Failure, usage: Usage, log: ItemLog): Result {
  log.add({ kind: "problem-failed", failure });
  return { ...known({ scores: {}, scorers: [] }), status: "failed", failure, usage };
}

function failureOf(error: unknown): Failure {
  if (error instanceof BenchError) return { code: error.code, message: error.message };
  const message = error instanceof Error ? error.message : String(error);
  return { code: "interpreter-threw", message };
}
