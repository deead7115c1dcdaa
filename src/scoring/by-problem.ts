import type { Outcome } from "../contract/index.ts";

/** Repeats of one problem: the cluster that intervals and tests draw as a whole. */
export interface ProblemOutcomes {
  readonly key: string;
  /** By epoch, ascending. */
  readonly outcomes: readonly Outcome[];
}

/** Outcomes of one interpreter, by suite and problem, in an order that the run's does not change. */
export function byProblem(outcomes: readonly Outcome[]): ProblemOutcomes[] {
  const groups = new Map<string, Outcome[]>();
  for (const outcome of outcomes) {
    const key = problemKey(outcome);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [outcome]);
    else group.push(outcome);
  }
  return [...groups]
    .map(([key, group]) => ({
      key,
      outcomes: group.toSorted((a, b) => a.item.epoch - b.item.epoch),
    }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** A text that is the same for the same problem of the same suite. */
export function problemKey({ item }: Outcome): string {
  return `${item.suite}/${item.problem}`;
}
