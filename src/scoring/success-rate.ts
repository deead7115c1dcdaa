import type { Estimate, Outcome } from "../contract/index.ts";
import { bootstrapInterval, chanceFrom, mean, wilsonInterval } from "../core/index.ts";
import type { Interval } from "../core/index.ts";
import { byProblem } from "./by-problem.ts";
import { successOf } from "./success.ts";
import type { MissReason } from "./success.ts";

/** A share of items passed, with what kept the others from being scored. */
export interface SuccessRate {
  /** Over all items, unscored and failed ones counting as not passed; `null` without items. */
  readonly estimate: Estimate | null;
  /** Items without a figure, by reason; they are among the items not passed. */
  readonly unscored: { readonly [reason in MissReason]?: number };
}

/**
 * The share of items passed, n being items. Its interval is Wilson's where each problem was tried
 * once, and otherwise a bootstrap over problems with their repeats; where all problems agree, which
 * leaves a bootstrap nothing to vary, it is Wilson's over problems.
 */
export function successRate(outcomes: readonly Outcome[], metric: string): SuccessRate {
  const unscored: { [reason in MissReason]?: number } = {};
  const clusters = byProblem(outcomes).map((problem) =>
    problem.outcomes.map((outcome) => {
      const { value, miss } = successOf(outcome, metric);
      if (miss !== null) unscored[miss] = (unscored[miss] ?? 0) + 1;
      return value;
    }),
  );
  if (clusters.length === 0) return { estimate: null, unscored };
  const values = clusters.flat();
  const interval = shareInterval(clusters, metric);
  return { estimate: { n: values.length, value: mean(values), ...interval }, unscored };
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
