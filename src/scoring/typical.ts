import type { Estimate, Outcome, Usage } from "../contract/index.ts";
import { bootstrapInterval, chanceFrom, mean, median } from "../core/index.ts";
import { byProblem } from "./by-problem.ts";

/** The mean of a metric over the scored items alone, n of them; `null` where there is none. */
export function meanOf(outcomes: readonly Outcome[], metric: string): Estimate | null {
  return typicalOf(outcomes, metric, "mean");
}

/** The median of a metric over the scored items alone, n of them; `null` where there is none. */
export function medianOf(outcomes: readonly Outcome[], metric: string): Estimate | null {
  return typicalOf(outcomes, metric, "median");
}

/** What an item cost on average; `null` where there is none. */
export function meanUsage(outcomes: readonly Outcome[]): Usage | null {
  if (outcomes.length === 0) return null;
  return {
    queries: mean(outcomes.map(({ usage }) => usage.queries)),
    rounds: mean(outcomes.map(({ usage }) => usage.rounds)),
  };
}

/** With a bootstrap interval over problems, repeats drawn together. */
function typicalOf(
  outcomes: readonly Outcome[],
  metric: string,
  statistic: "mean" | "median",
): Estimate | null {
  const clusters = byProblem(outcomes)
    .map((problem) => problem.outcomes.flatMap((outcome) => valueOf(outcome, metric)))
    .filter((values) => values.length > 0);
  if (clusters.length === 0) return null;
  const values = clusters.flat();
  const chance = chanceFrom("typical").fork(metric, statistic);
  return {
    n: values.length,
    value: statistic === "mean" ? mean(values) : median(values),
    ...bootstrapInterval(clusters, { chance, statistic }),
  };
}

function valueOf(outcome: Outcome, metric: string): number[] {
  const score = outcome.scores[metric];
  return outcome.status === "scored" && score?.kind === "scored" ? [score.value] : [];
}
