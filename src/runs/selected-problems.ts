import { BenchError } from "../core/index.ts";
import type { Problem, RunSuite } from "../contract/index.ts";
import type { Suite } from "../suite/index.ts";

/** A problem that a run covers, by its names: any process that has the suite can resolve it. */
export interface ProblemKey {
  /** Hash of the suite. */
  readonly suite: string;
  readonly problem: string;
}

/**
 * The problems that a run covers, suite by suite in their own order. `suites` has one per suite of
 * the run. Throws `hash-mismatch` at one that is another suite.
 */
export async function* selectedKeys(
  runs: readonly RunSuite[],
  suites: readonly Suite[],
): AsyncIterable<ProblemKey> {
  for (const [i, run] of runs.entries()) {
    const wanted = run.problems === null ? null : new Set(run.problems);
    for (const { id } of (await requireSuite(run, suites[i]).index()).entries)
      if (wanted?.has(id) ?? true) yield { suite: run.hash, problem: id };
  }
}

/** The problems that a run covers, in their order, each read once: for those who need all of them. */
export async function* selectedProblems(
  runs: readonly RunSuite[],
  suites: readonly Suite[],
): AsyncIterable<Problem> {
  for (const [i, run] of runs.entries()) {
    const wanted = run.problems === null ? null : new Set(run.problems);
    for await (const problem of requireSuite(run, suites[i]).problems())
      if (wanted?.has(problem.id) ?? true) yield problem;
  }
}

/** A problem, and the one of its category that follows it in the suite; the first follows the last. */
export interface Neighbours {
  readonly problem: Problem;
  /** Read when it is asked for. */
  next(): Promise<Problem>;
}

/** Reads a problem by its key. Throws `unknown-problem` where no suite has it. */
export async function resolveProblem(
  suites: readonly Suite[],
  { suite: hash, problem: id }: ProblemKey,
): Promise<Neighbours> {
  const suite = suites.find(({ header }) => header.hash === hash);
  if (suite === undefined)
    throw new BenchError(
      "unknown-problem",
      `Expected the suite with hash ${hash.slice(0, 12)}…; got others; say where it is with --suite`,
    );
  const problem = await suite.problem(id);
  return { problem, next: async () => suite.problem(await followerOf(suite, problem)) };
}

async function followerOf(suite: Suite, { id, category }: Problem): Promise<string> {
  const { entries, positionOf } = await suite.index();
  const at = positionOf(id) ?? 0;
  for (let step = 1; step <= entries.length; step += 1) {
    const entry = entries[(at + step) % entries.length];
    if (entry?.category === category) return entry.id;
  }
  return id;
}

function requireSuite(run: RunSuite, suite: Suite | undefined): Suite {
  if (suite?.header.hash === run.hash) return suite;
  throw mismatch(run, suite);
}

function mismatch({ name, hash, path }: RunSuite, suite: Suite | undefined): BenchError {
  const got = suite === undefined ? "none" : `hash ${suite.header.hash.slice(0, 12)}…`;
  return new BenchError(
    "hash-mismatch",
    `Expected suite ${name} with hash ${hash.slice(0, 12)}…; got ${got} at \`${suite?.path ?? path}\`; say where the suite is with --suite`,
  );
}
