import type { Estimate } from "../contract/index.ts";
import {
  BenchError,
  bootstrapIntervals,
  chanceFrom,
  mean,
  pairedShareInterval,
} from "../core/index.ts";
import type { Clustered } from "../core/index.ts";
import type { Part } from "./outcome-table.ts";
import { pairsOf, sortedPairs, tallyOf } from "./pair.ts";
import type { Pairs, Tally } from "./pair.ts";
import { isLowerBetter } from "./metric-facts.ts";
import { clusterMeans, rates } from "./success-rate.ts";
import { hasFigure, reasonsIn } from "./success.ts";
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
export function compare(left: Part, right: Part, metric: string): PairedComparison {
  const empty = { left: isWithoutFigure(left, metric), right: isWithoutFigure(right, metric) };
  const nothingScored = (["left", "right"] as const).filter((side) => empty[side]);
  if (nothingScored.length === 0) return comparePart(left, right, metric);
  const unscored = {
    left: reasonsIn(left, metric).unscored,
    right: reasonsIn(right, metric).unscored,
  };
  const pairs = pairsOf(left, right);
  const { leftOut } = sortedPairs(pairs, metric);
  const nothing = new Int32Array();
  return {
    ...comparePart({ ...left, slots: nothing }, { ...right, slots: nothing }, metric),
    onlyLeft: left.slots.length - pairs.left.slots.length,
    onlyRight: right.slots.length - pairs.left.slots.length,
    leftOut,
    unscored,
    nothingScored,
  };
}

function isWithoutFigure(part: Part, metric: string): boolean {
  return part.slots.length > 0 && !hasFigure(part, metric);
}

/** Compares sides of which something was scored, on some of their problems. */
function comparePart(left: Part, right: Part, metric: string): PairedComparison {
  const [only] = compareParts([{ left, right }], metric);
  if (only !== undefined) return only;
  throw new BenchError("internal", "Expected a comparison; got none; compare two sides");
}

/** The same on several sets of problems; what decides their intervals is drawn once for all. */
export function compareParts(
  several: readonly Pairs[],
  metric: string,
): readonly PairedComparison[] {
  const sorted = several.map(({ left, right }) => {
    const pairs = pairsOf(left, right);
    return { left, right, pairs, ...sortedPairs(pairs, metric) };
  });
  const differences = differencesOf(sorted.map((one) => one.differences));
  return sorted.map(({ left, right, pairs, counted, differences: own, leftOut }, index) => {
    const [ownLeft = null, ownRight = null] = rates([counted.left, counted.right], metric);
    return {
      pairs: counted.left.slots.length,
      problems: own.ends.length,
      onlyLeft: left.slots.length - pairs.left.slots.length,
      onlyRight: right.slots.length - pairs.left.slots.length,
      leftOut,
      unscored: {
        left: reasonsIn(counted.left, metric).unscored,
        right: reasonsIn(counted.right, metric).unscored,
      },
      left: ownLeft,
      right: ownRight,
      difference: differences[index] ?? null,
      nothingScored: [],
      ...tallyOf(own, isLowerBetter(metric) ? "lower" : "higher"),
    };
  });
}

/** The mean of each list of differences with its interval; `null` without any. */
function differencesOf(several: readonly Clustered[]): readonly (Estimate | null)[] {
  const varied = several.filter(({ values, ends }) => {
    const means = clusterMeans(values, ends);
    return means.some((difference) => difference !== means[0]);
  });
  const chance = chanceFrom("paired-difference");
  const intervals = bootstrapIntervals(varied, { chance });
  return several.map((one) => {
    const { values, ends } = one;
    if (ends.length === 0) return null;
    const [n, value, problems] = [values.length, mean(values), ends.length];
    const interval = intervals[varied.indexOf(one)];
    if (interval !== undefined) return { n, value, ...interval };
    // All problems agree, so that a bootstrap has nothing to vary and would claim certainty.
    const gained = Math.max(value, 0) * problems;
    const lost = Math.max(-value, 0) * problems;
    return { n, value, ...pairedShareInterval(gained, lost, problems) };
  });
}
