import type { Category, Outcome, Score } from "../contract/index.ts";
import { problemKey } from "./by-problem.ts";
import { reasonOwners } from "./owners.ts";
import { sharesOf } from "./shares.ts";

/** An outcome, with what the other rows tell of its problem. */
export interface Settled extends Outcome {
  /** Of a failed item: the metrics that others have on its problem. */
  readonly about?: ReadonlySet<string>;
}

/**
 * Makes what lies in a problem alone the same for all rows: where the truth leaves nothing to measure,
 * no row has failed, whatever became of its code. And tells failed items what their problem is about.
 */
export function settled(outcomes: readonly Outcome[]): Settled[] {
  const facts = factsOf(outcomes);
  const about = metricsOnFailed(outcomes);
  return outcomes.map((outcome) => {
    const known = facts.get(itemOfProblem(outcome));
    if (outcome.status === "failed") {
      const metrics = about.get(problemKey(outcome)) ?? new Set();
      return { ...outcome, scores: { ...outcome.scores, ...known }, about: metrics };
    }
    if (known === undefined) return outcome;
    const own = Object.entries(known).filter(([metric]) => metric in outcome.scores);
    return { ...outcome, scores: { ...outcome.scores, ...Object.fromEntries(own) } };
  });
}

type Facts = { [metric: string]: Score };

/** What the rows say that a problem leaves nothing of to measure, by problem and epoch. */
function factsOf(outcomes: readonly Outcome[]): ReadonlyMap<string, Facts> {
  const facts = new Map<string, Facts>();
  const shares: { readonly [category in Category]: ReadonlySet<string> } = {
    numeric: new Set(sharesOf("numeric")),
    strings: new Set(sharesOf("strings")),
  };
  for (const outcome of outcomes)
    for (const [metric, score] of Object.entries(outcome.scores)) {
      if (score.kind === "scored" || reasonOwners[score.reason] !== "problem") continue;
      // What is no share, such as `skill` after no query, can depend on the row.
      if (!shares[outcome.category].has(metric)) continue;
      const key = itemOfProblem(outcome);
      const known = facts.get(key) ?? {};
      known[metric] ??= { kind: "unscored", reason: score.reason };
      facts.set(key, known);
    }
  return facts;
}

/** The metrics that were given on problems on which some row has failed. */
function metricsOnFailed(outcomes: readonly Outcome[]): ReadonlyMap<string, ReadonlySet<string>> {
  const metrics = new Map<string, Set<string>>();
  for (const outcome of outcomes)
    if (outcome.status === "failed") metrics.set(problemKey(outcome), new Set());
  if (metrics.size === 0) return metrics;
  for (const outcome of outcomes) {
    const known = metrics.get(problemKey(outcome));
    if (known === undefined) continue;
    for (const metric of Object.keys(outcome.scores)) known.add(metric);
  }
  return metrics;
}

function itemOfProblem(outcome: Outcome): string {
  return `${problemKey(outcome)}/${outcome.item.epoch}`;
}
