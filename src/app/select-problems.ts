import { BenchError } from "../core/index.ts";
import type { Suite } from "../suite/index.ts";
import { isCalled, unknownProblem } from "./find-problem.ts";

/** Which problems of a suite are wanted. */
export interface Selection {
  /** Ids or released names; empty means all. */
  readonly problems: readonly string[];
  /** Positions in the suite, counted from 1, both included; `null` means all. */
  readonly limit: { readonly from: number; readonly to: number } | null;
}

/** The ids that a selection picks, in the suite's order; `null` means all. Throws `unknown-problem`. */
export async function selectProblems(
  suite: Suite,
  { problems, limit }: Selection,
): Promise<readonly string[] | null> {
  if (problems.length === 0 && limit === null) return null;
  const missing = new Set(problems);
  const ids: string[] = [];
  let position = 0;
  for await (const problem of suite.problems()) {
    position += 1;
    if (limit !== null && position > limit.to) break;
    const names = problems.filter((name) => isCalled(problem, name));
    for (const name of names) missing.delete(name);
    const inRange = limit === null || position >= limit.from;
    if (inRange && (problems.length === 0 || names.length > 0)) ids.push(problem.id);
  }
  const [unknown] = missing;
  if (unknown !== undefined) throw unknownProblem(unknown, suite.path);
  if (ids.length > 0) return ids;
  throw new BenchError(
    "bad-argument",
    `Expected a limit within the ${suite.header.counts.problems} problems of \`${suite.path}\`; got one that starts at ${limit?.from ?? 1}`,
  );
}
