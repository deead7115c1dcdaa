import type { Problem, RunSuite } from "../contract/index.ts";
import type { NumericSpec } from "../functions/index.ts";
import type { Suite } from "../suite/index.ts";

/** A problem beside the one that follows it in the selection; the first follows the last. */
export interface Neighbours {
  readonly problem: Problem<NumericSpec>;
  readonly next: Problem<NumericSpec>;
}

/** The problems of a suite that a run covers, in the suite's order, two in memory at a time. */
export async function* selectedProblems(suite: Suite, run: RunSuite): AsyncIterable<Neighbours> {
  const wanted = run.problems === null ? null : new Set(run.problems);
  let first: Problem<NumericSpec> | undefined;
  let before: Problem<NumericSpec> | undefined;
  for await (const problem of suite.problems()) {
    if (wanted !== null && !wanted.has(problem.id)) continue;
    if (before !== undefined) yield { problem: before, next: problem };
    first ??= problem;
    before = problem;
  }
  if (first !== undefined && before !== undefined) yield { problem: before, next: first };
}
