import type { Category } from "../contract/index.ts";
import { metricCatalogue } from "./metric-catalogue.ts";
import type { MetricEntry } from "./metric-catalogue.ts";
import { scorers } from "../evaluation/index.ts";
import { isLowerBetter, LEADING_METRIC, PUBLISHED_SHARE, sharesOf } from "./shares.ts";

// All that summaries and reports know of metrics and categories is asked here, and nowhere else.

/** What a reader has to know of a metric; one that is not known here has its name as its title. */
export interface MetricFacts {
  readonly metric: string;
  /** A few words for the head of a column. */
  readonly title: string;
  /** A sentence; empty where it is not known. */
  readonly meaning: string;
  readonly better: "higher" | "lower";
  /** `rate`: from 0 to 1; `error`: from 0 up; `count`: whole; `bits`: signed; `number`: not known. */
  readonly kind: MetricEntry["kind"] | "number";
  /** What chance and a perfect answer get; empty where it is not known. */
  readonly note: string;
}

/** What is known of a metric by its name. */
export function metricFacts(metric: string): MetricFacts {
  const entry = entryOf(metric);
  const { title = metric, meaning = "", note = "" } = entry ?? PUBLISHED[metric] ?? {};
  const kind = entry?.kind ?? PUBLISHED[metric]?.kind ?? "number";
  // An error is better the less it is.
  const better = isLowerBetter(metric) || kind === "error" ? "lower" : "higher";
  return { metric, title, meaning, note, kind, better };
}

const PUBLISHED: {
  readonly [metric: string]: Pick<MetricFacts, "title" | "meaning" | "note" | "kind">;
} = {
  "nmse<0.1": {
    title: "passed",
    meaning: "NMSE < 0.1 on 256 points (published metric).",
    note: "the oracle misses what is chance in the test; a dense table of points comes close",
    kind: "rate",
  },
  nmse: {
    title: "NMSE",
    meaning: "Squared error over the squares of the truth, on the points of the published test.",
    note: "the answer 0 gets 1",
    kind: "error",
  },
  pairs: {
    title: "test pairs",
    meaning: "Share of the test pairs that the code reproduces (published metric).",
    note: "the oracle gets 1, less where the function draws at random",
    kind: "rate",
  },
};

/** Which problems a metric is about, as far as it is known. */
export interface MetricScope {
  /** Whether tags say on which problems it applies. */
  readonly isKnown: boolean;
  category(category: string): boolean;
  tags(tags: readonly string[]): boolean;
}

/** Which problems a metric is about: with which tags, and of which categories. */
export function metricScope(metric: string): MetricScope {
  const on = entryOf(metric)?.on;
  if (on === undefined) return { isKnown: false, category: () => true, tags: () => true };
  const { categories, tag, not = [] } = on;
  return {
    isKnown: true,
    category: (category) => categories.some((one) => one === category),
    tags: (tags) =>
      (tag === undefined || tags.includes(tag)) && !not.some((one) => tags.includes(one)),
  };
}

function entryOf(metric: string): MetricEntry | undefined {
  return Object.hasOwn(metricCatalogue, metric)
    ? metricCatalogue[metric as keyof typeof metricCatalogue]
    : undefined;
}

/** Whether a metric's values are shares, as far as it is known. */
export function isShare(metric: string): boolean {
  return metricFacts(metric).kind === "rate";
}

/** What a report has to know of a category. */
export interface CategoryFacts {
  /** What its functions are called. */
  readonly title: string;
  /** What rows are ranked by: whether they know it all; `null` where there is no share. */
  readonly leading: string | null;
  /** The published metric that is a share, and the error beside it; `null` where there is none. */
  readonly published: string | null;
  readonly error: string | null;
  /** Figures of the rule everywhere, and of its local exceptions, on the problems that have some. */
  readonly local: LocalFacts | null;
}

/** The metrics that tell the global rule from its local exceptions. */
export interface LocalFacts {
  /** The tag of problems with exceptions, and what these are called. */
  readonly tag: string;
  readonly noun: string;
  /** Shares that are alike but for where they are taken. */
  readonly rule: string;
  readonly exceptions: string;
  /** Whether the exception is stated in words or intervals; `null` where that is not measured. */
  readonly stated: string | null;
}

/** What is known of a category, or can be said of one by the metrics that its outcomes carry. */
export function categoryFacts(category: string, metrics: readonly string[]): CategoryFacts {
  const known = isCategory(category) ? category : null;
  if (known === null)
    return {
      title: `${category} functions`,
      leading: metrics.find(isShare) ?? null,
      published: null,
      error: null,
      local: null,
    };
  return {
    title: TITLE[known],
    leading: LEADING_METRIC[known],
    published: PUBLISHED_SHARE[known],
    error: known === "numeric" ? "nmse" : null,
    local: LOCAL[known],
  };
}

function isCategory(category: string): category is Category {
  return Object.hasOwn(LEADING_METRIC, category);
}

const TITLE: { readonly [category in Category]: string } = {
  numeric: "Numeric functions",
  strings: "String functions",
};

const LOCAL: { readonly [category in Category]: LocalFacts } = {
  numeric: {
    tag: "corrupted",
    noun: "corrupted region",
    rule: "extrapolation",
    exceptions: "agreement.regions",
    stated: "corruption.stated.detected",
  },
  strings: {
    tag: "excepted",
    noun: "local exception",
    rule: "accuracy.rule",
    exceptions: "accuracy.exceptions",
    stated: null,
  },
};

/** Names of the metrics that rows of a category can be compared by. */
export function comparableMetrics(category: string, metrics: readonly string[]): readonly string[] {
  const known = isCategory(category) ? sharesOf(category) : [];
  return [...new Set([...known, ...metrics.filter(isShare)])];
}

/** All metrics that scorers of this version give, in the order in which records list them. */
export function knownMetrics(): readonly string[] {
  return [...new Set(scorers.flatMap(({ metrics }) => metrics))];
}
