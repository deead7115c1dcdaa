import type { Estimate, Outcome } from "../contract/index.ts";
import { chanceFrom, mean, pairedBootstrap, pairedShareInterval } from "../core/index.ts";
import { differencesByProblem, pairsOf, tallyOf } from "./pair.ts";
import type { Tally } from "./pair.ts";
import { successRate } from "./success-rate.ts";

/** Two interpreters side by side on the items that both have done. */
export interface PairedComparison extends Tally {
  /** Items that both have done, matched by suite, problem and epoch. */
  readonly pairs: number;
  /** Distinct problems among them. */
  readonly problems: number;
  /** Items that only one side has done; they count nowhere else. */
  readonly onlyLeft: number;
  readonly onlyRight: number;
  /** Success rate of each side over the pairs; `null` without pairs. */
  readonly left: Estimate | null;
  readonly right: Estimate | null;
  /** Left minus right, from −1 to 1, with a paired bootstrap interval over problems. */
  readonly difference: Estimate | null;
}

/** Compares two interpreters, one outcome per item each, on a metric of values from 0 to 1. */
export function compare(
  left: readonly Outcome[],
  right: readonly Outcome[],
  metric: string,
): PairedComparison {
  const pairs = pairsOf(left, right);
  const differences = differencesByProblem(pairs, metric);
  const side = (of: "left" | "right"): Estimate | null =>
    successRate(
      pairs.map((pair) => pair[of]),
      metric,
    ).estimate;
  return {
    pairs: pairs.length,
    problems: differences.length,
    onlyLeft: left.length - pairs.length,
    onlyRight: right.length - pairs.length,
    left: side("left"),
    right: side("right"),
    difference: differenceOf(differences),
    ...tallyOf(differences),
  };
}

function differenceOf(differences: readonly (readonly number[])[]): Estimate | null {
  if (differences.length === 0) return null;
  const n = differences.flat().length;
  const chance = chanceFrom("paired-difference");
  const { difference: value, ...interval } = pairedBootstrap(differences, { chance });
  const means = differences.map((cluster) => mean(cluster));
  if (means.some((difference) => difference !== means[0])) return { n, value, ...interval };
  // All problems agree, so that a bootstrap has nothing to vary and would claim certainty.
  const gained = Math.max(value, 0) * means.length;
  const lost = Math.max(-value, 0) * means.length;
  return { n, value, ...pairedShareInterval(gained, lost, means.length) };
}
