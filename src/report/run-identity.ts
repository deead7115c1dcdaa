import type { MetricFamily, RunManifest } from "../contract/index.ts";
import { counted } from "./figures.ts";

/** What a reader needs to repeat a run, or to see whether two runs can be laid side by side. */
export interface RunIdentity {
  readonly id: string;
  readonly findbench: string;
  readonly seed: string;
  readonly suites: readonly {
    readonly name: string;
    readonly hash: string;
    /** Problems of the suite that the run covers. */
    readonly count: number;
    /** Problems that the suite has. */
    readonly total: number;
  }[];
  readonly budget: number | null;
  readonly rounds: number | null;
  readonly epochs: number;
  readonly metrics: readonly MetricFamily[];
}

/** How far an unfinished run has come. */
export interface Progress {
  readonly done: number;
  readonly expected: number;
}

/** The identity of a run; its paths stay out, so that a report can be published. */
export function runIdentity(manifest: RunManifest): RunIdentity {
  const { id, findbench, seed, suites, budget, rounds, epochs, metrics } = manifest;
  return {
    id,
    findbench,
    seed,
    suites: suites.map(({ name, hash, count, total }) => ({ name, hash, count, total })),
    budget,
    rounds,
    epochs,
    metrics,
  };
}

/** How far the run has come, or `null` where every item has an outcome. */
export function progressOf(manifest: RunManifest, done: number): Progress | null {
  return done < manifest.items ? { done, expected: manifest.items } : null;
}

/** Items that each interpreter of the run has. */
export function itemsPerInterpreter({ suites, epochs }: RunIdentity): number {
  return suites.reduce((sum, { count }) => sum + count, 0) * epochs;
}

const SHOWN_HASH_DIGITS = 12;

/** The lines that say how to repeat a run, each a fact and its value. */
export function repeatFacts(run: RunIdentity): string[] {
  return [
    ...run.suites.map(
      ({ name, hash, count, total }) =>
        `suite ${name} (${share(count, total)}, sha256 ${hash.slice(0, SHOWN_HASH_DIGITS)})`,
    ),
    `seed ${run.seed}`,
    `findbench ${run.findbench}`,
    `budget ${run.budget === null ? "unlimited" : counted(run.budget, "query", "queries")}`,
    ...(run.rounds === null ? [] : [counted(run.rounds, "round")]),
    counted(run.epochs, "epoch"),
    ...(run.metrics.length === 1 ? [`${run.metrics.join()} metrics only`] : []),
  ];
}

function share(count: number, total: number): string {
  const all = counted(total, "problem");
  return count === total ? all : `${count} of ${all}`;
}
