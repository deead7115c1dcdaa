import { BenchError } from "../core/index.ts";
import type { Category, Problem, RunSuite } from "../contract/index.ts";
import type { Suite } from "../suite/index.ts";

/** A problem beside the one of its category that follows it in the suite; the first follows the last. */
export interface Neighbours {
  readonly problem: Problem;
  readonly next: Problem;
}

/**
 * The problems that a run covers, suite by suite in their own order, three of a category in memory at
 * a time.
 * `suites` has one per suite of the run. Throws `hash-mismatch` at one that is another suite.
 */
export async function* selectedProblems(
  runs: readonly RunSuite[],
  suites: readonly Suite[],
): AsyncIterable<Neighbours & { readonly suite: string }> {
  for (const [i, run] of runs.entries()) {
    const suite = suites[i];
    if (suite === undefined || suite.header.hash !== run.hash) throw mismatch(run, suite);
    for await (const neighbours of neighboursIn(suite, run)) {
      yield { ...neighbours, suite: run.hash };
    }
  }
}

async function* neighboursIn(suite: Suite, run: RunSuite): AsyncIterable<Neighbours> {
  const wanted = run.problems === null ? null : new Set(run.problems);
  let left = wanted?.size ?? Infinity;
  const ends = new Map<Category, { readonly first: Problem; before: Problem }>();
  for await (const problem of suite.problems()) {
    const known = ends.get(problem.category);
    if (known === undefined) {
      ends.set(problem.category, { first: problem, before: problem });
      continue;
    }
    const { before } = known;
    known.before = problem;
    if (!(wanted?.has(before.id) ?? true)) continue;
    yield { problem: before, next: problem };
    left -= 1;
    if (left === 0) return;
  }
  for (const { first, before } of ends.values())
    if (wanted?.has(before.id) ?? true) yield { problem: before, next: first };
}

function mismatch({ name, hash, path }: RunSuite, suite: Suite | undefined): BenchError {
  const got = suite === undefined ? "none" : `hash ${suite.header.hash.slice(0, 12)}…`;
  return new BenchError(
    "hash-mismatch",
    `Expected suite ${name} with hash ${hash.slice(0, 12)}…; got ${got} at \`${suite?.path ?? path}\`; say where the suite is with --suite`,
  );
}
