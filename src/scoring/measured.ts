import type { Outcome, UnscoredReason } from "../contract/index.ts";
import { metricCatalogue } from "./metric-catalogue.ts";
import type { MetricEntry, SoundMetric } from "./metric-catalogue.ts";

/** Reasons that lie in the problem, not in the answer: such items are no failures. */
const NOT_MEASURABLE: readonly UnscoredReason[] = [
  "constant-truth",
  "law-not-learned",
  "no-law",
  "no-such-input",
];

/**
 * The outcomes that a metric is about: those that carry it, unless the problem leaves nothing to
 * measure, and the failed ones on problems whose tags make it apply.
 */
export function measured(outcomes: readonly Outcome[], metric: SoundMetric): Outcome[] {
  const { on }: MetricEntry = metricCatalogue[metric];
  return outcomes.filter(({ category, status, scores, tags }) => {
    if (status === "failed") return on.categories.includes(category) && applies(on, tags);
    const score = scores[metric];
    if (score === undefined) return false;
    return score.kind === "scored" || !NOT_MEASURABLE.includes(score.reason);
  });
}

function applies({ tag, not }: MetricEntry["on"], tags: readonly string[]): boolean {
  return (
    (tag === undefined || tags.includes(tag)) && !(not ?? []).some((one) => tags.includes(one))
  );
}
