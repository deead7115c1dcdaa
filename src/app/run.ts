import { availableParallelism } from "node:os";
import { BenchError } from "../core/index.ts";
import type { Clock, RunManifest, RunSuite, Sandbox } from "../contract/index.ts";
import { inProcessQueue } from "../queue/index.ts";
import { executeRun, manifestOf, scoreAgain } from "../runs/index.ts";
import type { RunProgress } from "../runs/index.ts";
import { javascriptSandbox } from "../sandbox/index.ts";
import { createRunFolder, openRunFolder } from "../store/index.ts";
import type { Durability } from "../store/index.ts";
import { openSuite } from "../suite/index.ts";
import type { Suite } from "../suite/index.ts";
import { makeInterpreters } from "./interpreters.ts";
import { packageVersion } from "./package-files.ts";
import { selectProblems } from "./select-problems.ts";
import type { Selection } from "./select-problems.ts";

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
  readonly seed: string;
  readonly out: string;
}

/** How work is done; none of it changes a result. */
export interface Workforce {
  readonly concurrency: number;
  readonly durability: Durability;
  readonly clock: Clock;
  readonly onProgress?: (progress: RunProgress) => void;
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
  const plan = {
    seed: request.seed,
    suites: await Promise.all(suites.map((suite) => runSuite(suite, request))),
    interpreters,
    budget: request.budget === undefined ? suiteBudget(suites) : request.budget,
    rounds: request.rounds,
    epochs: request.epochs,
    findbench: packageVersion(),
  };
  const manifest = manifestOf(plan, new Date(workforce.clock.now()).toISOString());
  const store = await createRunFolder(request.out, manifest, { durability: workforce.durability });
  const sandbox = sandboxFor(workforce);
  try {
    const queue = inProcessQueue({ concurrency: workforce.concurrency });
    const parts = { manifest, store, suites, interpreters, sandbox, queue, repairedBytes: 0 };
    const progress = await executeRun({ ...parts, ...workforce, retryErrors: false }, signal);
    return { manifest, progress };
  } finally {
    await sandbox.close();
    await store.close();
  }
}

/** Goes on with a run that was interrupted, from its own record. */
export async function resumeRun(
  folder: string,
  retryErrors: boolean,
  workforce: Workforce,
  signal: AbortSignal,
): Promise<RunResult> {
  const { store, repairedBytes } = await openRunFolder(folder, {
    forWriting: true,
    durability: workforce.durability,
  });
  const sandbox = sandboxFor(workforce);
  try {
    const { manifest } = store;
    const suites = await Promise.all(manifest.suites.map(({ path }) => openSuite(path)));
    const contestants = manifest.interpreters.filter(({ role }) => role === "contestant");
    const interpreters = makeInterpreters(contestants.map(({ id }) => id));
    const queue = inProcessQueue({ concurrency: workforce.concurrency });
    const parts = { manifest, store, suites, interpreters, sandbox, queue, repairedBytes };
    const progress = await executeRun({ ...parts, ...workforce, retryErrors }, signal);
    return { manifest, progress };
  } finally {
    await sandbox.close();
    await store.close();
  }
}

/** Scores a run's recorded answers again; nothing is asked and nothing paid. */
export async function scoreRun(
  folder: string,
  workforce: Omit<Workforce, "onProgress">,
  signal: AbortSignal,
  onProgress?: (done: number, total: number) => void,
): Promise<number> {
  const { store } = await openRunFolder(folder, {
    forWriting: true,
    durability: workforce.durability,
  });
  const sandbox = sandboxFor(workforce);
  try {
    const { manifest } = store;
    const suites = await Promise.all(manifest.suites.map(({ path }) => openSuite(path)));
    const { clock } = workforce;
    const parts = { manifest, store, suites, sandbox, clock };
    return await scoreAgain(onProgress === undefined ? parts : { ...parts, onProgress }, signal);
  } finally {
    await sandbox.close();
    await store.close();
  }
}

function sandboxFor({ concurrency }: Pick<Workforce, "concurrency">): Sandbox {
  return javascriptSandbox({ workers: Math.min(concurrency, availableParallelism()) });
}

async function runSuite(suite: Suite, selection: Selection): Promise<RunSuite> {
  const { header, path } = suite;
  const problems = await selectProblems(suite, selection);
  const count = problems?.length ?? header.counts.problems;
  return { name: header.name, path, hash: header.hash, problems, count };
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
