import type { MetricFamily, Outcome, Scorer } from "../contract/index.ts";
import { categories } from "../categories/index.ts";
import { scorerId } from "../scoring/index.ts";

const all = categories.flatMap((category) => category.scorers);

/** What answers can be scored by, in the order in which a category lists its scorers. */
export const families: readonly MetricFamily[] = [...new Set(all.map(({ family }) => family))];

/** Every scorer of this version, in the order in which records list their scores. */
export const scorers: readonly Scorer[] = families.flatMap((family) =>
  all.filter((scorer) => scorer.family === family),
);

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
  const known = scorers.find((one) => one.category === category && metric in one.metrics);
  return known?.id ?? null;
}
