import type { Estimate, Outcome } from "../contract/index.ts";
import { bootstrapInterval, chanceFrom, mean, wilsonInterval } from "../core/index.ts";
import type { Interval } from "../core/index.ts";
import { byProblem } from "./by-problem.ts";
import { reasonsIn, successOf } from "./success.ts";
import type { Misses } from "./success.ts";

/** A share of items passed, with what kept the others from being scored. */
export interface SuccessRate {
  /** Over the items that count, the method's failures among them as not passed; `null` without any. */
  readonly estimate: Estimate | null;
  /** Items without a figure for a reason of the method's; they count as not passed. */
  readonly unscored: Misses;
  /** Items without a figure for a reason of ours; they count nowhere. */
  readonly leftOut: Misses;
}

/**
 * The share of items passed, n being items. Its interval is Wilson's where each problem was tried
 * once, and otherwise a bootstrap over problems with their repeats; where all problems agree, which
 * leaves a bootstrap nothing to vary, it is Wilson's over problems.
 */
export function successRate(outcomes: readonly Outcome[], metric: string): SuccessRate {
  const reasons = reasonsIn(outcomes, metric);
  const valueOf = (outcome: Outcome): number[] => {
    const success = successOf(outcome, metric);
    return success.kind === "counted" ? [success.value] : [];
  };
  const clusters = byProblem(outcomes)
    .map((problem) => problem.outcomes.flatMap(valueOf))
    .filter((values) => values.length > 0);
  if (clusters.length === 0) return { estimate: null, ...reasons };
  const values = clusters.flat();
  const interval = shareInterval(clusters, metric);
  return { estimate: { n: values.length, value: mean(values), ...interval }, ...reasons };
}

function shareInterval(clusters: readonly (readonly number[])[], metric: string): Interval {
  const rates = clusters.map((values) => mean(values));
  const plain = clusters.every((values) => values.length === 1);
  const binary = plain && rates.every((rate) => rate === 0 || rate === 1);
  if (binary || rates.every((rate) => rate === rates[0]))
    return wilsonInterval(
      Math.min(
        rates.reduce((a, b) => a + b, 0),
        rates.length,
      ),
      rates.length,
    );
  return bootstrapInterval(clusters, { chance: chanceFrom("success-rate").fork(metric) });
}
