import type { Outcome } from "../contract/index.ts";
import { mcnemar, mean } from "../core/index.ts";
import { problemKey } from "./by-problem.ts";
import { successOf } from "./success.ts";

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

/** Left minus right on a metric of values from 0 to 1, one list of repeats per problem. */
export function differencesByProblem(pairs: readonly Pair[], metric: string): number[][] {
  const clusters = new Map<string, number[]>();
  for (const { left, right } of pairs) {
    const difference = successOf(left, metric).value - successOf(right, metric).value;
    const cluster = clusters.get(problemKey(left));
    if (cluster === undefined) clusters.set(problemKey(left), [difference]);
    else cluster.push(difference);
  }
  return [...clusters.values()];
}

/** Which side does better on how many problems. */
export interface Tally {
  /** Problems on which the left side passes more of its repeats, fewer, and just as many. */
  readonly wins: number;
  readonly losses: number;
  readonly ties: number;
  /** Exact two-sided McNemar test of wins against losses; 1 without problems. */
  readonly p: number;
}

/** Counts problems, not repeats, so that the test stays exact over several epochs. */
export function tallyOf(differences: readonly (readonly number[])[]): Tally {
  const means = differences.map((cluster) => mean(cluster));
  const wins = means.filter((difference) => difference > 0).length;
  const losses = means.filter((difference) => difference < 0).length;
  return { wins, losses, ties: means.length - wins - losses, p: mcnemar(wins, losses) };
}
