import { availableParallelism } from "node:os";
import { BenchError } from "../core/index.ts";
import type { Clock, MetricFamily, RunManifest, RunSuite, Sandbox } from "../contract/index.ts";
import { inProcessQueue } from "../queue/index.ts";
import { executeRun, manifestOf, requireSameRun, scoreAgain } from "../runs/index.ts";
import type { RunProgress, ScoredAgain } from "../runs/index.ts";
import { combinedSandbox, javascriptSandbox, pythonSandbox } from "../sandbox/index.ts";
import { createRunFolder, openRunFolder } from "../store/index.ts";
import type { Durability } from "../store/index.ts";
import { openSuite } from "../suite/index.ts";
import type { Suite } from "../suite/index.ts";
import { makeInterpreters } from "./interpreters.ts";
import { packageVersion } from "./package-files.ts";
import { selectFromSuites } from "./select-problems.ts";
import type { Selection } from "./select-problems.ts";
import { rememberedPath, suitesOfRun } from "./suites-of-run.ts";

/** Queries per problem where neither the run nor the recipe says. */
const DEFAULT_BUDGET = 256;

/** What to run: everything that decides a result. */
export interface RunRequest extends Selection {
  readonly suites: readonly string[];
  readonly interpreters: readonly string[];
  /** Queries per problem; `null` means unlimited, `undefined` as the suite says. */
  readonly budget: number | null | undefined;
  readonly rounds: number | null;
  readonly epochs: number;
  readonly metrics: readonly MetricFamily[];
  readonly seed: string;
  readonly out: string;
}

/** How answers are scored; none of it changes a result. */
export interface Scoring {
  readonly concurrency: number;
  readonly durability: Durability;
  readonly clock: Clock;
}

/** How work is done; none of it changes a result, but that a time limit ends what takes longer. */
export interface Workforce extends Scoring {
  /** Seconds of wall clock that an interpreter may take for an item. */
  readonly timeLimit: number;
  readonly onProgress?: (progress: RunProgress) => void;
}

/** How work on a run goes on. */
export interface Resumption extends Workforce {
  /** Where the run's suites are, if not where they were. */
  readonly suites: readonly string[];
  readonly retryErrors: boolean;
  /** Told what a reader should know, in a sentence, before the work begins. */
  readonly onRemark: (remark: string) => void;
}

/** How a run's answers are scored again. */
export interface Rescoring extends Scoring {
  readonly suites: readonly string[];
  /** `null` means what the run itself is scored by. */
  readonly metrics: readonly MetricFamily[] | null;
  readonly onProgress: (done: number, total: number) => void;
}

/** What a session of work on a run came to. */
export interface RunResult {
  readonly manifest: RunManifest;
  readonly progress: RunProgress;
}

/** Starts a run in a new folder and works until it is done. */
export async function startRun(
  request: RunRequest,
  workforce: Workforce,
  signal: AbortSignal,
): Promise<RunResult> {
  const interpreters = makeInterpreters(request.interpreters);
  const suites = await Promise.all(request.suites.map(openSuite));
  const { seed, rounds, epochs, metrics } = request;
  const plan = {
    seed,
    suites: await runSuites(suites, request),
    interpreters,
    budget: request.budget === undefined ? suiteBudget(suites) : request.budget,
    rounds,
    epochs,
    metrics,
    findbench: packageVersion(),
  };
  const manifest = manifestOf(plan, new Date(workforce.clock.now()).toISOString());
  const store = await createRunFolder(request.out, manifest, { durability: workforce.durability });
  return withSandbox(workforce, store, async (sandbox) => {
    const kept = new Set(manifest.suites.map(({ hash }) => hash));
    const covered = suites.filter(({ header }) => kept.has(header.hash));
    const parts = { manifest, store, suites: covered, interpreters, sandbox, repairedBytes: 0 };
    return work({ ...parts, retryErrors: false }, workforce, signal);
  });
}

/** Goes on with a run that was interrupted, from its own record. Throws `run-differs`. */
export async function resumeRun(
  folder: string,
  resumption: Resumption,
  signal: AbortSignal,
): Promise<RunResult> {
  const { durability, retryErrors, onRemark } = resumption;
  const { store, repairedBytes } = await openRunFolder(folder, { forWriting: true, durability });
  return withSandbox(resumption, store, async (sandbox) => {
    const { manifest } = store;
    const suites = await suitesOfRun(folder, manifest, resumption.suites);
    const contestants = manifest.interpreters.filter(({ role }) => role === "contestant");
    const interpreters = makeInterpreters(contestants.map(({ id }) => id));
    requireSameRun(manifest, interpreters);
    if (manifest.findbench !== packageVersion())
      onRemark(
        `The run was begun with findbench ${manifest.findbench}; this is ${packageVersion()}, which may score and serve differently`,
      );
    const parts = { manifest, store, suites, interpreters, sandbox, repairedBytes };
    return work({ ...parts, retryErrors }, resumption, signal);
  });
}

/** Scores a run's recorded answers again; nothing is asked and nothing paid. */
export async function scoreRun(
  folder: string,
  rescoring: Rescoring,
  signal: AbortSignal,
): Promise<ScoredAgain> {
  const { durability, concurrency, clock, onProgress } = rescoring;
  const { store } = await openRunFolder(folder, { forWriting: true, durability });
  return withSandbox(rescoring, store, async (sandbox) => {
    const { manifest } = store;
    const suites = await suitesOfRun(folder, manifest, rescoring.suites);
    const queue = inProcessQueue({ concurrency });
    const metrics = rescoring.metrics ?? manifest.metrics;
    const parts = { manifest, store, suites, sandbox, clock, queue, metrics, onProgress };
    return scoreAgain(parts, signal);
  });
}

type Parts = Parameters<typeof executeRun>[0];

async function work(
  parts: Omit<Parts, "queue" | "clock" | "timeLimit" | "onProgress">,
  { concurrency, clock, timeLimit, onProgress }: Workforce,
  signal: AbortSignal,
): Promise<RunResult> {
  const queue = inProcessQueue({ concurrency });
  const all = { ...parts, queue, clock, timeLimit: 1000 * timeLimit };
  const progress = await executeRun(
    onProgress === undefined ? all : { ...all, onProgress },
    signal,
  );
  return { manifest: parts.manifest, progress };
}

async function withSandbox<T>(
  { concurrency }: Scoring,
  store: { close(): Promise<void> },
  run: (sandbox: Sandbox) => Promise<T>,
): Promise<T> {
  const workers = Math.min(concurrency, availableParallelism());
  const sandbox = combinedSandbox(javascriptSandbox({ workers }), pythonSandbox({ workers }));
  try {
    return await run(sandbox);
  } finally {
    await sandbox.close();
    await store.close();
  }
}

/** What the run covers of each suite; one of which nothing was picked is left out. */
async function runSuites(
  suites: readonly Suite[],
  request: RunRequest,
): Promise<readonly RunSuite[]> {
  const picked = await selectFromSuites(suites, request);
  return suites.flatMap(({ header, path }, i) => {
    const problems = picked[i] ?? null;
    const total = header.counts.problems;
    const count = problems?.length ?? total;
    if (count === 0) return [];
    const { name, hash } = header;
    return [{ name, path: rememberedPath(request.out, path), hash, problems, count, total }];
  });
}

function suiteBudget(suites: readonly Suite[]): number | null {
  const budgets = new Set(suites.map(({ header }) => header.recipe?.budget ?? DEFAULT_BUDGET));
  const [budget = DEFAULT_BUDGET] = budgets;
  if (budgets.size <= 1) return budget;
  throw new BenchError(
    "bad-budget",
    `Expected suites with the same budget; got ${[...budgets].join(" and ")}. Give --budget`,
  );
}
