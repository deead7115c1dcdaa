import { setMaxListeners } from "node:events";
import { BenchError } from "../core/index.ts";
import type {
  Contestant,
  Interpreter,
  Item,
  Outcome,
  Queue,
  RunEvent,
  RunInterpreter,
  RunStore,
} from "../contract/index.ts";
import type { Suite } from "../suite/index.ts";
import { testSetOf } from "../evaluation/index.ts";
import type { TestSet } from "../evaluation/index.ts";
import type { Workshop } from "./interpreted.ts";
import { FailureTally } from "./failure-tally.ts";
import type { FailureCount } from "./failure-tally.ts";
import { itemLog } from "./item-log.ts";
import { itemLabel } from "./plan.ts";
import { problemName } from "./problem-name.ts";
import { referenceSpec } from "./reference-spec.ts";
import { runItem } from "./run-item.ts";
import type { Answerer, Task } from "./run-item.ts";
import { selectedProblems } from "./selected-problems.ts";
import type { Neighbours } from "./selected-problems.ts";

/** How far a run has come. */
export interface RunProgress {
  /** Items finished, those of earlier sessions included. */
  readonly done: number;
  readonly total: number;
  readonly failed: number;
  /** Items finished in this session. */
  readonly fresh: number;
  /** Why items failed in this session. */
  readonly failures: readonly FailureCount[];
}

/** The parts that a run is executed with. */
export interface RunParts extends Workshop {
  /** One per suite of the manifest, in its order. */
  readonly suites: readonly Suite[];
  /** The contestants of the manifest. */
  readonly interpreters: readonly Contestant[];
  readonly queue: Queue;
  /** Work on items again that failed before. */
  readonly retryErrors: boolean;
  /** Bytes that were cut off a torn end when the record was opened. */
  readonly repairedBytes: number;
  readonly onProgress?: (progress: RunProgress) => void;
}

interface Work {
  readonly task: Task;
  readonly answerer: Answerer;
  readonly item: Item;
  readonly attempt: number;
}

/**
 * The one loop: every item of the manifest that has no outcome yet is worked on and recorded.
 * Resolves when all are done, a run that was done before being left as it is; rejects when the run was interrupted or cannot go on, and can then be
 * executed again on the same record.
 */
export async function executeRun(parts: RunParts, signal: AbortSignal): Promise<RunProgress> {
  const { store, manifest, clock } = parts;
  const ledger = await readLedger(parts);
  // Every item in work listens to it: many listeners are no leak.
  const ending = AbortSignal.any([signal]);
  setMaxListeners(0, ending);
  const progress = {
    done: ledger.finished.size,
    total: manifest.items,
    failed: ledger.failed,
    fresh: 0,
    failures: [] as readonly FailureCount[],
  };
  const tally = new FailureTally();
  parts.onProgress?.(progress);
  if (ledger.complete) return progress;
  const note = async (event: RunNote): Promise<void> => {
    const id = `run/${ledger.sessionEvents + 1}`;
    ledger.sessionEvents += 1;
    await store.append([{ version: 1, id, at: new Date(clock.now()).toISOString(), ...event }]);
  };
  const { repairedBytes } = parts;
  await note(
    ledger.sessionEvents === 0
      ? { kind: "run-started" }
      : { kind: "run-resumed", finished: ledger.finished.size, repairedBytes },
  );
  await parts.queue.drain(
    workOf(parts, ledger, ending),
    async (work, inner) => {
      const log = itemLog(store, clock, work.item, work.attempt);
      const outcome = await runItem(work.task, work.answerer, log, parts, inner);
      progress.done += 1;
      progress.fresh += 1;
      if (outcome.failure !== null) {
        progress.failed += 1;
        tally.add(outcome.failure);
        progress.failures = tally.counts();
      }
      parts.onProgress?.(progress);
    },
    ending,
  );
  requireAll(progress, manifest.id);
  const { done, failed } = progress;
  await note({ kind: "run-finished", scored: done - failed, failed });
  return progress;
}

function requireAll({ done, total }: RunProgress, id: string): void {
  if (done === total) return;
  throw new BenchError(
    "run-differs",
    `Expected ${total} items, as run ${id} was planned; got ${done}; make the suite again if its files were changed, and begin a new run`,
    { data: { done, total } },
  );
}

type RunNote =
  | { readonly kind: "run-started" }
  | { readonly kind: "run-resumed"; readonly finished: number; readonly repairedBytes: number }
  | { readonly kind: "run-finished"; readonly scored: number; readonly failed: number };

/** What the record says was done before. */
interface Ledger {
  /** Items that need no more work. */
  readonly finished: ReadonlySet<string>;
  /** Of these, the ones that failed. */
  readonly failed: number;
  /** Item → tries that left a trace. */
  readonly attempts: ReadonlyMap<string, number>;
  sessionEvents: number;
  /** Nothing is left to do. */
  readonly complete: boolean;
}

async function readLedger({
  store,
  manifest,
  retryErrors,
  repairedBytes,
}: RunParts): Promise<Ledger> {
  const last = new Map<string, Pick<Outcome, "status" | "attempt">>();
  for await (const { item, status, attempt } of store.outcomes())
    last.set(itemLabel(item), { status, attempt });
  const kept = [...last].filter(([, { status }]) => status === "scored" || !retryErrors);
  const finished = new Set(kept.map(([key]) => key));
  const failed = kept.filter(([, { status }]) => status === "failed").length;
  // Only outcomes tell of finished items: the events, which are many, are read where work is left.
  const complete = finished.size === manifest.items && repairedBytes === 0;
  const rest = complete ? { attempts: new Map(), sessionEvents: 0 } : await readTraces(store);
  return { finished, failed, complete, ...rest };
}

async function readTraces(store: RunStore): Promise<Pick<Ledger, "attempts" | "sessionEvents">> {
  const attempts = new Map<string, number>();
  let sessionEvents = 0;
  for await (const event of store.events()) {
    if (isItemEvent(event)) attempts.set(itemLabel(event.item), event.attempt);
    else sessionEvents += 1;
  }
  return { attempts, sessionEvents };
}

function isItemEvent(event: RunEvent): event is Extract<RunEvent, { readonly item: Item }> {
  return "item" in event;
}

async function* workOf(parts: RunParts, ledger: Ledger, signal: AbortSignal): AsyncIterable<Work> {
  const { manifest, suites, sandbox } = parts;
  for await (const neighbours of selectedProblems(manifest.suites, suites)) {
    const { suite, problem } = neighbours;
    for (let epoch = 1; epoch <= manifest.epochs; epoch += 1) {
      const testParts = { problem, epoch, metrics: manifest.metrics, sandbox };
      let tests: Promise<TestSet> | undefined;
      const task = { problem, epoch, testSet: () => (tests ??= testSetOf(testParts, signal)) };
      for (const row of manifest.interpreters) {
        const configuration = row.hash;
        const item = { suite, problem: problem.id, interpreter: row.id, configuration, epoch };
        const key = itemLabel(item);
        if (ledger.finished.has(key)) continue;
        const answerer = answererOf(row, neighbours, parts);
        yield { task, answerer, item, attempt: (ledger.attempts.get(key) ?? 0) + 1 };
      }
    }
  }
}

function answererOf(
  { id, role }: RunInterpreter,
  neighbours: Neighbours,
  { interpreters }: RunParts,
): Answerer {
  switch (role) {
    case "reference":
      return { kind: "reference", known: referenceSpec(id, neighbours) };
    case "contestant": {
      const contestant = interpreters.find((candidate) => candidate.id === id);
      if (contestant !== undefined)
        return { kind: "contestant", interpreter: interpreterFor(contestant, neighbours) };
      throw new BenchError(
        "unknown-interpreter",
        `Expected an interpreter named ${id}; got none; hand in every contestant of the run`,
      );
    }
  }
}

/** Only the name is told: what was recorded elsewhere is found by it, and nothing else is known. */
function interpreterFor(contestant: Contestant, { problem }: Neighbours): Interpreter {
  if ("interpret" in contestant) return contestant;
  return contestant.interpreterFor(problemName(problem));
}
