import type { Outcome, UnscoredReason } from "../contract/index.ts";
import { BenchError } from "../core/index.ts";
import { failureOwner, reasonOwners } from "./owners.ts";
import type { Owner } from "./owners.ts";
import { isLowerBetter } from "./shares.ts";

/**
 * Why an item has no figure of its own: the score's reason, `failed` for a failure of the method,
 * `failed: CODE` for one of ours, `not-measured` where it was not scored by the metric.
 */
export type MissReason = UnscoredReason | "failed" | `failed: ${string}` | "not-measured";

/** How often each reason came. */
export type Misses = { readonly [reason: string]: number };

/** An item's part in a rate and in a comparison. */
export type Success =
  /** From 0 to 1; `miss` is the method's reason for which it is the worst, `null` with a figure. */
  | { readonly kind: "counted"; readonly value: number; readonly miss: MissReason | null }
  /** The reason is ours: it says nothing about the method, and the item counts nowhere. */
  | { readonly kind: "left-out"; readonly reason: MissReason };

/** What an item adds to a success rate; a metric of values from 0 to 1 is expected. */
export function successOf(outcome: Outcome, metric: string): Success {
  const score = outcome.scores[metric];
  const missing = missOf(outcome, metric);
  const worst = isLowerBetter(metric) ? 1 : 0;
  if (missing?.owner === "method") return { kind: "counted", value: worst, miss: missing.reason };
  if (missing !== null) return { kind: "left-out", reason: missing.reason };
  const value = score?.kind === "scored" ? score.value : NaN;
  if (value >= 0 && value <= 1) return { kind: "counted", value, miss: null };
  throw new BenchError(
    "bad-argument",
    `Expected a metric whose values are shares from 0 to 1; got \`${metric}\` = ${value}; choose one such as \`nmse<0.1\``,
    { data: { metric, value } },
  );
}

/** Why an item has no figure by a metric, and whose reason it is; `null` where it has one. */
function missOf(
  { status, failure, scores }: Outcome,
  metric: string,
): { readonly reason: MissReason; readonly owner: Owner } | null {
  const score = scores[metric];
  if (score?.kind === "unscored")
    return { reason: score.reason, owner: reasonOwners[score.reason] };
  if (status === "failed") {
    const owner = failure === null ? "method" : failureOwner(failure);
    const isOwn = failure === null || owner === "method";
    return { reason: isOwn ? "failed" : `failed: ${failure.code}`, owner };
  }
  return score === undefined ? { reason: "not-measured", owner: "setup" } : null;
}

/** Items without a figure by a metric, by whose reason it is: the method's, or ours. */
export function reasonsIn(
  outcomes: readonly Outcome[],
  metric: string,
): { readonly unscored: Misses; readonly leftOut: Misses } {
  const unscored: { [reason: string]: number } = {};
  const leftOut: { [reason: string]: number } = {};
  for (const outcome of outcomes) {
    const miss = missOf(outcome, metric);
    if (miss !== null) countMiss(miss.owner === "method" ? unscored : leftOut, miss.reason);
  }
  return { unscored, leftOut };
}

/** Adds one to a reason's count. */
export function countMiss(misses: { [reason: string]: number }, reason: MissReason): void {
  misses[reason] = (misses[reason] ?? 0) + 1;
}

/** Whether any item has a figure by the metric, so that the whole says something. */
export function hasFigure(outcomes: readonly Outcome[], metric: string): boolean {
  return outcomes.some(({ scores }) => scores[metric]?.kind === "scored");
}
