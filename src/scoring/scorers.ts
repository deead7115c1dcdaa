import type { Category, MetricFamily, Outcome } from "../contract/index.ts";
import { metricCatalogue } from "./metric-catalogue.ts";
import { SOUND_SCORER } from "../categories/numeric/index.ts";
import { PUBLISHED_SCORER } from "../categories/numeric/index.ts";
import { STRING_PUBLISHED_SCORER } from "../categories/strings/index.ts";
import { STRING_SOUND_SCORER } from "../categories/strings/index.ts";

/** A piece of code that gives scores, and which. */
export interface Scorer {
  /** Its name without its version, such as `numeric-published`. */
  readonly id: string;
  /** Its name and version, as scores carry it. */
  readonly name: string;
  readonly family: MetricFamily;
  readonly category: Category;
  /** Names of its metrics. */
  readonly metrics: readonly string[];
}

/** Every scorer of this version, in the order in which records list their scores. */
export const scorers: readonly Scorer[] = [
  scorer(PUBLISHED_SCORER, "published", "numeric", ["nmse", "nmse<0.1"]),
  scorer(STRING_PUBLISHED_SCORER, "published", "strings", ["pairs"]),
  scorer(SOUND_SCORER, "sound", "numeric", soundMetrics("numeric")),
  scorer(STRING_SOUND_SCORER, "sound", "strings", soundMetrics("strings")),
];

function scorer(
  name: string,
  family: MetricFamily,
  category: Category,
  metrics: readonly string[],
): Scorer {
  return { id: scorerId(name), name, family, category, metrics };
}

function soundMetrics(category: Category): readonly string[] {
  return Object.entries(metricCatalogue).flatMap(([metric, { on }]) => {
    const categories: readonly Category[] = on.categories;
    return categories.includes(category) ? [metric] : [];
  });
}

/** A scorer's name without its version. */
export function scorerId(name: string): string {
  return name.replace(/\/[^/]*$/u, "");
}

/**
 * The scorer of one of an outcome's scores, without its version; in records older than scores that
 * name their scorer, it is the one of this category that has the metric. `null` where no scorer is
 * known to have it.
 */
export function scorerIdOf(
  { category, scores }: Pick<Outcome, "category" | "scores">,
  metric: string,
): string | null {
  const stated = scores[metric]?.scorer;
  if (stated !== undefined) return scorerId(stated);
  const known = scorers.find((one) => one.category === category && one.metrics.includes(metric));
  return known?.id ?? null;
}
