import type { Outcome } from "../contract/index.ts";
import { mcnemar, mean } from "../core/index.ts";
import { problemKey } from "./by-problem.ts";
import { countMiss, successOf } from "./success.ts";
import type { Misses, Success } from "./success.ts";

/** The outcomes of two interpreters on one item. */
export interface Pair {
  readonly left: Outcome;
  readonly right: Outcome;
}

/** Outcomes matched by suite, problem and epoch, in an order that the run's does not change. */
export function pairsOf(left: readonly Outcome[], right: readonly Outcome[]): Pair[] {
  const partners = new Map(right.map((outcome) => [pairKey(outcome), outcome]));
  return left
    .flatMap((outcome) => {
      const key = pairKey(outcome);
      const partner = partners.get(key);
      return partner === undefined ? [] : [{ key, pair: { left: outcome, right: partner } }];
    })
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ pair }) => pair);
}

function pairKey(outcome: Outcome): string {
  return `${problemKey(outcome)}/${outcome.item.epoch}`;
}

/** A pair's values on a metric of values from 0 to 1, with the methods' reasons for a 0. */
export interface CountedPair {
  readonly problem: string;
  readonly left: Counted;
  readonly right: Counted;
}

type Counted = Extract<Success, { readonly kind: "counted" }>;

/** Pairs that count, and how many do not because a side has no figure for a reason of ours. */
export interface SortedPairs {
  readonly counted: readonly CountedPair[];
  /** By reason, the left side's where both have one; each pair once. */
  readonly leftOut: Misses;
}

/** Takes apart the pairs that a metric says something about from those that it does not. */
export function sortedPairs(pairs: readonly Pair[], metric: string): SortedPairs {
  const counted: CountedPair[] = [];
  const leftOut: { [reason: string]: number } = {};
  for (const pair of pairs) {
    const [left, right] = [successOf(pair.left, metric), successOf(pair.right, metric)];
    if (left.kind === "left-out") countMiss(leftOut, left.reason);
    else if (right.kind === "left-out") countMiss(leftOut, right.reason);
    else counted.push({ problem: problemKey(pair.left), left, right });
  }
  return { counted, leftOut };
}

/** Left minus right, one list of repeats per problem. */
export function differencesByProblem(pairs: readonly CountedPair[]): number[][] {
  const clusters = new Map<string, number[]>();
  for (const { problem, left, right } of pairs) {
    const difference = left.value - right.value;
    const cluster = clusters.get(problem);
    if (cluster === undefined) clusters.set(problem, [difference]);
    else cluster.push(difference);
  }
  return [...clusters.values()];
}

/** Which side does better on how many problems. */
export interface Tally {
  /** Problems on which the left side does better over its repeats, worse, and just as well. */
  readonly wins: number;
  readonly losses: number;
  readonly ties: number;
  /** Exact two-sided McNemar test of wins against losses; 1 without problems. */
  readonly p: number;
}

/** Counts problems, not repeats, so that the test stays exact over several epochs. */
export function tallyOf(
  differences: readonly (readonly number[])[],
  better: "higher" | "lower" = "higher",
): Tally {
  const sign = better === "higher" ? 1 : -1;
  const means = differences.map((cluster) => sign * mean(cluster));
  const wins = means.filter((difference) => difference > 0).length;
  const losses = means.filter((difference) => difference < 0).length;
  return { wins, losses, ties: means.length - wins - losses, p: mcnemar(wins, losses) };
}
