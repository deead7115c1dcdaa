import { BenchError, canonicalJson, sha256Hex } from "../core/index.ts";
import { families } from "../evaluation/index.ts";
import type {
  Item,
  Json,
  MetricFamily,
  RunInterpreter,
  RunManifest,
  RunModels,
  RunSuite,
} from "../contract/index.ts";

/** What a run is made of, before it has a name. */
export interface RunPlan {
  readonly seed: string;
  readonly suites: readonly RunSuite[];
  readonly interpreters: readonly PlannedInterpreter[];
  readonly budget: number | null;
  readonly rounds: number | null;
  readonly epochs: number;
  readonly metrics: readonly MetricFamily[];
  /** How language models are called, where there are any. */
  readonly models?: RunModels;
  /** Version of this package. */
  readonly findbench: string;
  /** Version of Node, where it is to be on record; it decides no result. */
  readonly node?: string;
}

/** A contestant as it is planned: `path` is where its answers are, if it was run elsewhere. */
type PlannedInterpreter = Pick<RunInterpreter, "id" | "configuration" | "path" | "program">;

/** Rows that every run adds from the truth: the best and the blindest that can be scored. */
const references: readonly RunInterpreter[] = [
  row({ id: "oracle", configuration: { version: 1 } }, "reference"),
  row({ id: "chance", configuration: { version: 1 } }, "reference"),
];

/**
 * The manifest of a planned run; equal plans have equal ids, wherever, whenever and in whatever order
 * they run. Throws `bad-argument` where a suite or an interpreter's name comes twice.
 */
export function manifestOf(plan: RunPlan, createdAt: string): RunManifest {
  const contestants = plan.interpreters.map((interpreter) => row(interpreter, "contestant"));
  requireOwnNames(contestants);
  requireOwnSuites(plan.suites);
  // Chance answers with another problem's truth: it needs a suite with another problem.
  const alone = plan.suites.some(({ total }) => total < 2);
  const own = references.filter(({ id }) => id !== "chance" || !alone);
  const interpreters = [...own, ...contestants];
  const problems = plan.suites.reduce((sum, suite) => sum + suite.count, 0);
  const metrics = families.filter((name) => plan.metrics.includes(name));
  const { seed, suites, budget, rounds, epochs, findbench, node, models } = plan;
  return {
    format: "findbench-run",
    version: 1,
    id: idOf({ seed, suites, interpreters, budget, rounds, epochs, metrics }),
    findbench,
    ...(node === undefined ? {} : { node }),
    createdAt,
    seed,
    suites,
    interpreters,
    budget,
    rounds,
    epochs,
    metrics,
    ...(models === undefined ? {} : { models }),
    items: problems * interpreters.length * epochs,
  };
}

/** Everything that decides a run's results, and nothing else. */
type Identity = Pick<
  RunManifest,
  "seed" | "suites" | "interpreters" | "budget" | "rounds" | "epochs" | "metrics"
>;

function idOf({ suites, interpreters, ...rest }: Identity): string {
  const identity = {
    ...rest,
    suites: suites.map(({ hash, problems }) => ({ hash, problems })).toSorted(by("hash")),
    interpreters: interpreters
      .map(({ id, configuration, hash, role }) => ({ id, configuration, hash, role }))
      .toSorted(by("id")),
  };
  return sha256Hex(canonicalJson(identity)).slice(0, 16);
}

function by<K extends string>(key: K): (a: Record<K, string>, b: Record<K, string>) => number {
  return (a, b) => (a[key] < b[key] ? -1 : 1);
}

function row(
  { id, configuration, path, program }: PlannedInterpreter,
  role: RunInterpreter["role"],
): RunInterpreter {
  const hash = configurationHash(configuration);
  const place = { ...(path === undefined ? {} : { path }), ...(program && { program }) };
  return { id, configuration, hash, role, ...place };
}

function configurationHash(configuration: { readonly [key: string]: Json }): string {
  return sha256Hex(canonicalJson(configuration)).slice(0, 16);
}

function requireOwnNames(contestants: readonly RunInterpreter[]): void {
  const seen = new Set(references.map(({ id }) => id));
  for (const { id } of contestants) {
    if (seen.has(id))
      throw new BenchError(
        "bad-argument",
        `Expected interpreters with names of their own; got \`${id}\` twice, or where the run has a row of this name itself; rename it`,
        { data: { id } },
      );
    seen.add(id);
  }
}

function requireOwnSuites(suites: readonly RunSuite[]): void {
  const seen = new Map<string, RunSuite>();
  for (const suite of suites) {
    const same = seen.get(suite.hash);
    if (same !== undefined)
      throw new BenchError(
        "bad-argument",
        `Expected each suite once; got ${suite.name} and ${same.name} with the same hash ${suite.hash.slice(0, 12)}…; name it once, and use --epochs to repeat it`,
        { data: { hash: suite.hash } },
      );
    seen.set(suite.hash, suite);
  }
}

/** The name of an item in event ids: the same in every run of the same work. */
export function itemLabel({ suite, problem, interpreter, configuration, epoch }: Item): string {
  return `${suite.slice(0, 12)}.${problem}.${interpreter}.${configuration}.${epoch}`;
}
