import { BenchError } from "../core/index.ts";
import type { Problem, RunSuite } from "../contract/index.ts";
import type { Spec } from "../functions/index.ts";
import type { Suite } from "../suite/index.ts";

/** A problem beside the one that follows it in the whole suite; the first follows the last. */
export interface Neighbours {
  readonly problem: Problem<Spec>;
  readonly next: Problem<Spec>;
}

/**
 * The problems that a run covers, suite by suite in their own order, three in memory at a time.
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
  let first: Problem<Spec> | undefined;
  let before: Problem<Spec> | undefined;
  for await (const problem of suite.problems()) {
    if (before !== undefined && (wanted?.has(before.id) ?? true)) {
      yield { problem: before, next: problem };
      left -= 1;
      if (left === 0) return;
    }
    first ??= problem;
    before = problem;
  }
  if (first === undefined || before === undefined) return;
  if (wanted?.has(before.id) ?? true) yield { problem: before, next: first };
}

function mismatch({ name, hash, path }: RunSuite, suite: Suite | undefined): BenchError {
  const got = suite === undefined ? "none" : `hash ${suite.header.hash.slice(0, 12)}…`;
  return new BenchError(
    "hash-mismatch",
    `Expected suite ${name} with hash ${hash.slice(0, 12)}…; got ${got} at \`${suite?.path ?? path}\`; say where the suite is with --suite`,
  );
}
