import type { MetricFamily, Outcome } from "../contract/index.ts";
import type { Scored } from "./score-item.ts";

/** Metrics and scorers of the published family; all others are of the sound one. */
const PUBLISHED_METRICS = new Set(["nmse", "nmse<0.1"]);
const PUBLISHED_SCORERS = "numeric-published/";

/** New scores of some families beside the old ones of the others, published ones first. */
export function scoresBeside(
  old: Pick<Outcome, "scores" | "scorers">,
  fresh: Scored,
  families: readonly MetricFamily[],
): Scored {
  const kept = (family: MetricFamily): boolean => !families.includes(family);
  const scores = [
    ...Object.entries(old.scores).filter(([metric]) => kept(familyOfMetric(metric))),
    ...Object.entries(fresh.scores),
  ];
  const scorers = [
    ...old.scorers.filter((scorer) => kept(familyOfScorer(scorer))),
    ...fresh.scorers,
  ];
  return {
    scores: Object.fromEntries(
      scores.toSorted(([a], [b]) => rank(familyOfMetric(a)) - rank(familyOfMetric(b))),
    ),
    scorers: scorers.toSorted((a, b) => rank(familyOfScorer(a)) - rank(familyOfScorer(b))),
  };
}

function familyOfMetric(metric: string): MetricFamily {
  return PUBLISHED_METRICS.has(metric) ? "published" : "sound";
}

function familyOfScorer(scorer: string): MetricFamily {
  return scorer.startsWith(PUBLISHED_SCORERS) ? "published" : "sound";
}

function rank(family: MetricFamily): number {
  return family === "published" ? 0 : 1;
}
