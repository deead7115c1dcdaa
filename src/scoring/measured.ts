import { metricCatalogue } from "./metric-catalogue.ts";
import type { MetricEntry, SoundMetric } from "./metric-catalogue.ts";
import { reasonOwners } from "./owners.ts";
import type { Settled } from "./settled.ts";

/**
 * The outcomes that a metric is about: those that carry it, and the failed ones on problems whose tags
 * make it apply or, where no tags are at hand, on which others carry it.
 */
export function concerned(outcomes: readonly Settled[], metric: SoundMetric): Settled[] {
  const { on }: MetricEntry = metricCatalogue[metric];
  return outcomes.filter(({ category, status, scores, tags, about }) => {
    if (scores[metric] !== undefined) return true;
    if (status !== "failed" || !on.categories.includes(category)) return false;
    return tags === undefined ? about?.has(metric) === true : applies(on, tags);
  });
}

/** The outcomes that a metric is about, unless the problem leaves nothing to measure. */
export function measured(outcomes: readonly Settled[], metric: SoundMetric): Settled[] {
  return concerned(outcomes, metric).filter(({ scores }) => {
    const score = scores[metric];
    return score?.kind !== "unscored" || reasonOwners[score.reason] !== "problem";
  });
}

function applies({ tag, not }: MetricEntry["on"], tags: readonly string[]): boolean {
  return (
    (tag === undefined || tags.includes(tag)) && !(not ?? []).some((one) => tags.includes(one))
  );
}
