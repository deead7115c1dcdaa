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
  RunManifest,
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
import { resolveProblem, selectedKeys } from "./selected-problems.ts";
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
  /**
   * The lane of an interpreter, such as its language model: what holds one up holds up no other, and
   * each has the queue's width. Without it all share one.
   */
  readonly laneOf?: (interpreter: string) => string;
  /** Told of a model that stopped, while others go on. */
  readonly onStopped?: (stop: BenchError) => void;
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
  const resolved = resolver(parts, ending);
  await drainLanes(
    parts,
    ledger,
    async (key, inner) => {
      const work = await resolved(key);
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

/**
 * Works on all lanes at once. A model that stops ends its own lane, and is thrown when the others are
 * done; whatever else goes wrong ends all of them.
 */
async function drainLanes(
  parts: RunParts,
  ledger: Ledger,
  work: (key: WorkKey, signal: AbortSignal) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const ending = new AbortController();
  const both = AbortSignal.any([signal, ending.signal]);
  setMaxListeners(0, both);
  const lanes = lanesOf(parts);
  const stops: BenchError[] = [];
  const drain = async (lane: Lane): Promise<void> => {
    try {
      await parts.queue.drain(keysOf(parts, ledger, lane), work, both);
    } catch (error) {
      if (!(error instanceof BenchError) || error.code !== "model-stopped") ending.abort(error);
      else if (!both.aborted) {
        stops.push(error);
        if (lanes.length > 1) parts.onStopped?.(error);
      }
    }
  };
  await Promise.all(lanes.map(drain));
  both.throwIfAborted();
  const [first] = stops;
  if (first !== undefined) throw first;
}

/** Rows of the manifest that are worked on one after the other. */
type Lane = RunManifest["interpreters"];

function lanesOf({ manifest, laneOf = () => "" }: RunParts): readonly Lane[] {
  const lanes = new Map<string, RunInterpreter[]>();
  for (const row of manifest.interpreters) {
    const name = laneOf(row.id);
    const lane = lanes.get(name);
    if (lane === undefined) lanes.set(name, [row]);
    else lane.push(row);
  }
  return [...lanes.values()];
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

/** An item that waits to be worked on: plain data, which any process can take up. */
export interface WorkKey {
  readonly item: Item;
  /** Which try at it this is, from 1. */
  readonly attempt: number;
}

/** The items of a lane that have no outcome yet, problem by problem. */
async function* keysOf(
  { manifest, suites }: RunParts,
  ledger: Ledger,
  lane: Lane,
): AsyncIterable<WorkKey> {
  for await (const key of selectedKeys(manifest.suites, suites)) {
    for (let epoch = 1; epoch <= manifest.epochs; epoch += 1) {
      for (const { id, hash } of lane) {
        const item = { ...key, interpreter: id, configuration: hash, epoch };
        const label = itemLabel(item);
        if (ledger.finished.has(label)) continue;
        yield { item, attempt: (ledger.attempts.get(label) ?? 0) + 1 };
      }
    }
  }
}

/** Problems, with their test sets, that are kept for the items of a lane that come next. */
const MOST_KEPT = 4;

/** Resolves keys; items of the same problem and epoch that come close together share its test set. */
function resolver(parts: RunParts, signal: AbortSignal): (key: WorkKey) => Promise<Work> {
  const { manifest, suites, sandbox, backends } = parts;
  const own = backends === undefined ? {} : { backends };
  const kept = new Map<string, Promise<Resolved>>();
  const most = MOST_KEPT * lanesOf(parts).length;
  const resolve = async (item: Item): Promise<Resolved> => {
    const neighbours = await resolveProblem(suites, item);
    const { problem } = neighbours;
    const { epoch } = item;
    let tests: Promise<TestSet> | undefined;
    const testParts = { problem, epoch, metrics: manifest.metrics, sandbox, ...own };
    const testSet = (): Promise<TestSet> => (tests ??= testSetOf(testParts, signal));
    return { neighbours, task: { problem, epoch, testSet } };
  };
  return async ({ item, attempt }) => {
    const name = `${item.suite}/${item.problem}/${item.epoch}`;
    const resolved = kept.get(name) ?? resolve(item);
    // The last to be asked for goes last.
    kept.delete(name);
    kept.set(name, resolved);
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    const { neighbours, task } = await resolved;
    return { task, item, attempt, answerer: await answererOf(item, neighbours, parts) };
  };
}

interface Resolved {
  readonly neighbours: Neighbours;
  readonly task: Task;
}

async function answererOf(
  { interpreter: id }: Item,
  neighbours: Neighbours,
  { interpreters, manifest }: RunParts,
): Promise<Answerer> {
  const role = manifest.interpreters.find((row) => row.id === id)?.role;
  if (role === "reference")
    return { kind: "reference", known: await referenceSpec(id, neighbours) };
  const contestant = interpreters.find((candidate) => candidate.id === id);
  if (contestant !== undefined)
    return { kind: "contestant", interpreter: interpreterFor(contestant, neighbours) };
  throw new BenchError(
    "unknown-interpreter",
    `Expected an interpreter named ${id}; got none; hand in every contestant of the run`,
  );
}

/** Only the name is told: what was recorded elsewhere is found by it, and nothing else is known. */
function interpreterFor(
  contestant: Contestant,
  { problem }: Pick<Neighbours, "problem">,
): Interpreter {
  if ("interpret" in contestant) return contestant;
  return contestant.interpreterFor(problemName(problem));
}
