import type { Estimate, Outcome } from "../contract/index.ts";
import { chanceFrom, mean, pairedBootstrap, pairedShareInterval } from "../core/index.ts";
import { differencesByProblem, pairsOf, sortedPairs, tallyOf } from "./pair.ts";
import type { Pair, Tally } from "./pair.ts";
import { isLowerBetter } from "./shares.ts";
import { successRate } from "./success-rate.ts";
import { hasFigure, successOf } from "./success.ts";
import type { Misses } from "./success.ts";

/** Two interpreters side by side on the items that both have done. */
export interface PairedComparison extends Tally {
  /** Items that count: both have done them, and neither lacks a figure for a reason of ours. */
  readonly pairs: number;
  /** Distinct problems among them. */
  readonly problems: number;
  /** Items that only one side has done; they count nowhere else. */
  readonly onlyLeft: number;
  readonly onlyRight: number;
  /** Items that both have done and that count nowhere, since a side lacks a figure for a reason of ours. */
  readonly leftOut: Misses;
  /** Items that count although a side lacks a figure, for a reason of the method's: as not passed. */
  readonly unscored: { readonly left: Misses; readonly right: Misses };
  /** Success rate of each side over the pairs; `null` without pairs. */
  readonly left: Estimate | null;
  readonly right: Estimate | null;
  /** Sides that have done items of which none was scored: they are not compared, and no pair counts. */
  readonly nothingScored: readonly Side[];
  /** Left minus right, from −1 to 1, with a paired bootstrap interval over problems. */
  readonly difference: Estimate | null;
}

/** A side of a comparison. */
export type Side = "left" | "right";

/**
 * Compares two interpreters, one outcome per item each, on a metric of values from 0 to 1. Where
 * nothing of a side was scored there is nothing to compare: no pair counts.
 */
export function compare(
  left: readonly Outcome[],
  right: readonly Outcome[],
  metric: string,
): PairedComparison {
  const empty = { left: isWithoutFigure(left, metric), right: isWithoutFigure(right, metric) };
  const nothingScored = (["left", "right"] as const).filter((side) => empty[side]);
  if (nothingScored.length === 0) return comparePart(left, right, metric);
  const unscored = {
    left: successRate(left, metric).unscored,
    right: successRate(right, metric).unscored,
  };
  const pairs = pairsOf(left, right);
  const { leftOut } = sortedPairs(pairs, metric);
  return {
    ...comparePart([], [], metric),
    onlyLeft: left.length - pairs.length,
    onlyRight: right.length - pairs.length,
    leftOut,
    unscored,
    nothingScored,
  };
}

function isWithoutFigure(outcomes: readonly Outcome[], metric: string): boolean {
  return outcomes.length > 0 && !hasFigure(outcomes, metric);
}

/** Compares sides of which something was scored, on some of their problems. */
export function comparePart(
  left: readonly Outcome[],
  right: readonly Outcome[],
  metric: string,
): PairedComparison {
  const pairs = pairsOf(left, right);
  const { counted, leftOut } = sortedPairs(pairs, metric);
  const differences = differencesByProblem(counted);
  const [ownLeft, ownRight] = (["left", "right"] as const).map((side) =>
    successRate(countedOf(pairs, metric, side), metric),
  );
  return {
    pairs: counted.length,
    problems: differences.length,
    onlyLeft: left.length - pairs.length,
    onlyRight: right.length - pairs.length,
    leftOut,
    unscored: { left: ownLeft?.unscored ?? {}, right: ownRight?.unscored ?? {} },
    left: ownLeft?.estimate ?? null,
    right: ownRight?.estimate ?? null,
    difference: differenceOf(differences),
    nothingScored: [],
    ...tallyOf(differences, isLowerBetter(metric) ? "lower" : "higher"),
  };
}

/** One side's outcomes of the pairs that count. */
function countedOf(pairs: readonly Pair[], metric: string, side: Side): Outcome[] {
  return pairs
    .filter((pair) =>
      [pair.left, pair.right].every((one) => successOf(one, metric).kind === "counted"),
    )
    .map((pair) => pair[side]);
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
