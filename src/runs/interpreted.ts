import { BenchError, chanceFrom } from "../core/index.ts";
import type {
  Assignment,
  Backends,
  Clock,
  Converse,
  Failure,
  Input,
  Interpretation,
  Interpreter,
  ModelUse,
  RunManifest,
  RunStore,
  Sandbox,
  Usage,
} from "../contract/index.ts";
import { categoryOf } from "../categories/index.ts";
import { openProbe } from "../harness/index.ts";
import { answeredInputs } from "./answered-inputs.ts";
import type { TestSet } from "../evaluation/index.ts";
import { failureOf, TimedOut } from "./failure-of.ts";
import type { ItemLog } from "./item-log.ts";
import { ModelMeter, throwIfEnding } from "./model-meter.ts";
import { replayOfItem } from "./replay-of-item.ts";
import { withinTime } from "./within-time.ts";

/** The parts that an item is worked on with. */
export interface Workshop {
  readonly manifest: RunManifest;
  readonly store: RunStore;
  readonly sandbox: Sandbox;
  readonly clock: Clock;
  /** Milliseconds that an interpreter may take for an item; whoever takes longer has failed. */
  readonly timeLimit: number;
  /** Language models that stand for functions, where some do. */
  readonly backends?: Backends;
  /** Opens conversations with the run's language model, if it has one. */
  readonly converse?: Converse;
}

/** What an interpreter spent on an item. */
export interface Effort {
  readonly usage: Usage;
  /** `null` where no language model was asked. */
  readonly model: ModelUse | null;
  readonly milliseconds: number;
  /** The inputs that were answered, round by round. */
  readonly rounds: readonly (readonly Input[])[];
}

/** What came of an interpreter's work: an interpretation, or why there is none. */
export type Answer = Effort &
  (
    | { readonly kind: "given"; readonly interpretation: Interpretation }
    | { readonly kind: "failed"; readonly failure: Failure }
  );

/** Lets the interpreter work; when it has ended, black box and log are closed to it. */
export async function interpreted(
  { problem, epoch }: Pick<TestSet, "problem" | "epoch">,
  interpreter: Interpreter,
  log: ItemLog,
  { manifest, store, sandbox, clock, timeLimit, backends, converse }: Workshop,
  signal: AbortSignal,
): Promise<Answer> {
  const { seed, budget, rounds: most } = manifest;
  const rounds: (readonly Input[])[] = [];
  const over = new AbortController();
  let fault: BenchError | null = null;
  const category = categoryOf(problem.category);
  const isAgain = category.isForeign(problem.truth.spec) && log.attempt > 1;
  // Whatever the interpreter makes of such a fault, the item has failed.
  const onFault = (failing: BenchError): void => {
    fault ??= failing;
    over.abort();
  };
  const probe = openProbe({
    problem,
    epoch,
    budget,
    rounds: most,
    sandbox,
    ...(backends === undefined ? {} : { backends }),
    replay: isAgain ? await replayOfItem(store, log.item) : new Map(),
    closing: over.signal,
    onFault,
    onBatch: (number, batch) => {
      rounds.push(answeredInputs(batch));
      log.add({ kind: "queries-answered", round: number, batch });
      return log.flush();
    },
  });
  const meter = new ModelMeter();
  const model = converse?.({ item: log.item, role: "interpreter", branch: "main" }, (call) => {
    if (over.signal.aborted) return;
    meter.add(call);
    log.add({ kind: "model-called", call });
  });
  const assignment: Assignment = {
    ...(model === undefined || model === null ? {} : { model: meter.watched(model) }),
    probe,
    briefing: {
      ...problem.briefing,
      budget,
      rounds: most,
      form: category.form(problem.briefing.domain),
    },
    chance: chanceFrom(seed).fork(
      "interpreter",
      interpreter.drawnAs ?? interpreter.id,
      problem.id,
      epoch,
    ),
    clock,
    sandbox: {
      languages: sandbox.languages,
      run: (...what) =>
        sandbox.run(...what).catch((error: unknown) => {
          if (error instanceof BenchError && error.code === "machine-fault") onFault(error);
          throw error;
        }),
    },
    log: (note) => {
      if (!over.signal.aborted) log.add({ kind: "note-taken", note });
    },
  };
  const started = clock.now();
  const effort = (): Effort => {
    over.abort();
    const milliseconds = Math.max(0, clock.now() - started);
    return { usage: probe.usage(), model: meter.use(), rounds, milliseconds };
  };
  const timedOut = (): Error => {
    over.abort(); // Before the interpreter hears of it, and asks once more.
    return new TimedOut(timeLimit);
  };
  try {
    const work = async (own: AbortSignal): Promise<Interpretation> =>
      interpreter.interpret(assignment, own);
    const interpretation = await withinTime(work, timeLimit, timedOut, signal);
    const spent = effort();
    meter.throwIfEnding();
    throwIfEnding(fault);
    if (fault !== null) return { kind: "failed", failure: failureOf(fault), ...spent };
    return { kind: "given", interpretation, ...spent };
  } catch (error) {
    const spent = effort();
    signal.throwIfAborted();
    meter.throwIfEnding();
    throwIfEnding(fault);
    return { kind: "failed", failure: failureOf(fault ?? error), ...spent };
  }
}
