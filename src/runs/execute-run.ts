import { setMaxListeners } from "node:events";
import { BenchError } from "../core/index.ts";
import type { Interpreter, Item, Outcome, Problem, Queue, RunEvent } from "../contract/index.ts";
import type { NumericSpec } from "../functions/index.ts";
import type { Suite } from "../suite/index.ts";
import { itemLog } from "./item-log.ts";
import { itemLabel } from "./plan.ts";
import { runItem } from "./run-item.ts";
import type { Answerer, Workshop } from "./run-item.ts";
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
}

/** The parts that a run is executed with. */
export interface RunParts extends Workshop {
  /** One per suite of the manifest, in its order. */
  readonly suites: readonly Suite[];
  /** The contestants of the manifest. */
  readonly interpreters: readonly Interpreter[];
  readonly queue: Queue;
  /** Work on items again that failed before. */
  readonly retryErrors: boolean;
  /** Bytes that were cut off a torn end when the record was opened. */
  readonly repairedBytes: number;
  readonly onProgress?: (progress: RunProgress) => void;
}

interface Work {
  readonly problem: Problem<NumericSpec>;
  readonly answerer: Answerer;
  readonly item: Item;
  readonly attempt: number;
}

/**
 * The one loop: every item of the manifest that has no outcome yet is worked on and recorded.
 * Resolves when all are done; rejects when the run was interrupted or cannot go on, and can then be
 * executed again on the same record.
 */
export async function executeRun(parts: RunParts, signal: AbortSignal): Promise<RunProgress> {
  const { store, manifest, clock } = parts;
  const ledger = await readLedger(parts);
  // Every item in work listens to it: many listeners are no leak.
  const ending = AbortSignal.any([signal]);
  setMaxListeners(0, ending);
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
  const progress = {
    done: ledger.finished.size,
    total: manifest.items,
    failed: ledger.failed,
    fresh: 0,
  };
  parts.onProgress?.(progress);
  await parts.queue.drain(
    workOf(parts, ledger),
    async (work, inner) => {
      const log = itemLog(store, clock, work.item, work.attempt);
      const outcome = await runItem(work.problem, work.answerer, log, parts, inner);
      progress.done += 1;
      progress.fresh += 1;
      if (outcome.status === "failed") progress.failed += 1;
      parts.onProgress?.(progress);
    },
    ending,
  );
  const { done, failed } = progress;
  await note({ kind: "run-finished", scored: done - failed, failed });
  return progress;
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
}

async function readLedger({ store, retryErrors }: RunParts): Promise<Ledger> {
  const attempts = new Map<string, number>();
  let sessionEvents = 0;
  for await (const event of store.events()) {
    if (isItemEvent(event)) attempts.set(itemLabel(event.item), event.attempt);
    else sessionEvents += 1;
  }
  const status = new Map<string, Outcome["status"]>();
  for await (const outcome of store.outcomes()) status.set(itemLabel(outcome.item), outcome.status);
  const kept = [...status].filter(([, state]) => state === "scored" || !retryErrors);
  return {
    finished: new Set(kept.map(([key]) => key)),
    failed: kept.filter(([, state]) => state === "failed").length,
    attempts,
    sessionEvents,
  };
}

function isItemEvent(event: RunEvent): event is Extract<RunEvent, { readonly item: Item }> {
  return "item" in event;
}

async function* workOf(parts: RunParts, ledger: Ledger): AsyncIterable<Work> {
  const { manifest, suites } = parts;
  for (const [i, run] of manifest.suites.entries()) {
    const suite = suites[i];
    if (suite === undefined || suite.header.hash !== run.hash) {
      throw new BenchError(
        "hash-mismatch",
        `Expected suite ${run.name} with hash ${run.hash.slice(0, 12)}…; got ${suite?.header.hash.slice(0, 12) ?? "none"}… at \`${run.path}\``,
      );
    }
    for await (const neighbours of selectedProblems(suite, run)) {
      for (let epoch = 1; epoch <= manifest.epochs; epoch += 1) {
        for (const row of manifest.interpreters) {
          const problem = neighbours.problem;
          const item = { suite: run.hash, problem: problem.id, interpreter: row.id, epoch };
          const key = itemLabel(item);
          if (ledger.finished.has(key)) continue;
          const answerer = answererOf(row.id, neighbours, parts);
          yield { problem, answerer, item, attempt: (ledger.attempts.get(key) ?? 0) + 1 };
        }
      }
    }
  }
}

function answererOf(id: string, { problem, next }: Neighbours, parts: RunParts): Answerer {
  if (id === "oracle") return { kind: "reference", known: problem.truth.spec };
  if (id === "chance") return { kind: "reference", known: next.truth.spec };
  const interpreter = parts.interpreters.find((candidate) => candidate.id === id);
  if (interpreter !== undefined) return { kind: "contestant", interpreter };
  throw new BenchError("unknown-interpreter", `Expected an interpreter named ${id}; got none`);
}
