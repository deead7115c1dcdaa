import type { Category } from "../contract/index.ts";
import { metricCatalogue } from "./metric-catalogue.ts";
import type { MetricEntry, SoundMetric } from "./metric-catalogue.ts";

/** The published metric of each category that is a share. */
export const PUBLISHED_SHARE = { numeric: "nmse<0.1", strings: "pairs" } as const satisfies {
  readonly [category in Category]: string;
};

/** The metric by which rows of a category are ranked and compared: whether they know it all. */
export const LEADING_METRIC = { numeric: "law", strings: "exact" } as const satisfies {
  readonly [category in Category]: SoundMetric;
};

/** Names of the metrics of a category whose values are shares from 0 to 1, the published one first. */
export function sharesOf(category: Category): readonly string[] {
  const sound = Object.entries<MetricEntry>(metricCatalogue).filter(
    ([, { kind, on }]) => kind === "rate" && on.categories.includes(category),
  );
  return [PUBLISHED_SHARE[category], ...sound.map(([metric]) => metric)];
}

/** Whether a metric is one of the sound ones. */
export function isSoundMetric(metric: string): metric is SoundMetric {
  return Object.hasOwn(metricCatalogue, metric);
}

/** Whether less of a metric is better. */
export function isLowerBetter(metric: string): boolean {
  return isSoundMetric(metric) && metricCatalogue[metric].better === "lower";
}
