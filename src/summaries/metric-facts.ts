import type { MetricRole, MetricWords, Scorer } from "../contract/index.ts";
import { categories } from "../categories/index.ts";
import { scorers } from "../evaluation/index.ts";

// All that summaries and reports know of metrics and categories is asked here: what scorers say.

/** What a reader has to know of a metric; one that is not known here has its name as its title. */
export interface MetricFacts {
  readonly metric: string;
  /** A few words for the head of a column. */
  readonly title: string;
  /** A sentence; empty where it is not known. */
  readonly meaning: string;
  readonly better: "higher" | "lower";
  /** `rate`: from 0 to 1; `error`: from 0 up; `count`: whole; `bits`: signed; `number`: not known. */
  readonly kind: MetricWords["kind"] | "number";
  /** What chance and a perfect answer get; empty where it is not known. */
  readonly note: string;
}

/** How each category that gives a metric speaks of it. */
type KnownMetric = ReadonlyMap<string, MetricWords>;

/** In the order in which records list them. */
const known: ReadonlyMap<string, KnownMetric> = knownBy(scorers);

function knownBy(all: readonly Scorer[]): ReadonlyMap<string, KnownMetric> {
  const found = new Map<string, Map<string, MetricWords>>();
  for (const { category, metrics } of all)
    for (const [metric, words] of Object.entries(metrics)) {
      const before = found.get(metric) ?? new Map<string, MetricWords>();
      if (!before.has(category)) before.set(category, words);
      found.set(metric, before);
    }
  return found;
}

/** What is alike in all categories that give a metric: its kind and direction, as a test holds. */
function anyWords(metric: string): MetricWords | undefined {
  const [first] = known.get(metric)?.values() ?? [];
  return first;
}

/** What a category says of a metric; one that it does not know has its name as its title. */
export function metricFacts(metric: string, category: string): MetricFacts {
  const words = known.get(metric)?.get(category);
  if (words !== undefined) return { metric, ...words };
  return { metric, title: metric, meaning: "", note: "", kind: "number", better: "higher" };
}

/** Which problems a metric is about, as far as it is known. */
export interface MetricScope {
  /** Whether tags say on which problems it applies. */
  readonly isKnown: boolean;
  category(category: string): boolean;
  tags(tags: readonly string[], category: string): boolean;
}

/** Which problems a metric is about: with which tags, and of which categories. */
export function metricScope(metric: string): MetricScope {
  const found = known.get(metric);
  if (found === undefined) return { isKnown: false, category: () => true, tags: () => true };
  return {
    isKnown: true,
    category: (category) => found.has(category),
    tags: (tags, category) => {
      const { tag, not = [] } = found.get(category)?.on ?? {};
      return (tag === undefined || tags.includes(tag)) && !not.some((one) => tags.includes(one));
    },
  };
}

/** What a metric's values are; `number` where it is not known. */
export function metricKind(metric: string): MetricFacts["kind"] {
  return anyWords(metric)?.kind ?? "number";
}

/** Whether a metric's values are shares, as far as it is known. */
export function isShare(metric: string): boolean {
  return metricKind(metric) === "rate";
}

/** Whether less of a metric is better. */
export function isLowerBetter(metric: string): boolean {
  return anyWords(metric)?.better === "lower";
}

/** What a report has to know of a category. */
export interface CategoryFacts {
  readonly name: string;
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
export function categoryFacts(name: string, metrics: readonly string[]): CategoryFacts {
  const category = categories.find((each) => each.name === name);
  return {
    name,
    title: category?.title ?? `${name} functions`,
    leading: inRole(name, "leading") ?? metrics.find(isShare) ?? null,
    published: inRole(name, "published"),
    error: inRole(name, "error"),
    local: localFacts(name),
  };
}

function localFacts(name: string): LocalFacts | null {
  const local = categories.find((each) => each.name === name)?.local;
  const [rule, exceptions] = [inRole(name, "rule"), inRole(name, "exceptions")];
  if (local === undefined || rule === null || exceptions === null) return null;
  return { ...local, rule, exceptions, stated: inRole(name, "stated") };
}

/** The metric of a category that plays a role; `null` where none does. */
function inRole(category: string, role: MetricRole): string | null {
  const entries = metricsOf(category);
  return entries.find(([, words]) => words.role === role)?.[0] ?? null;
}

function metricsOf(category: string): readonly (readonly [string, MetricWords])[] {
  return scorers
    .filter((scorer) => scorer.category === category)
    .flatMap(({ metrics }) => Object.entries(metrics));
}

/** Names of the metrics of a category whose values are shares from 0 to 1, the published one first. */
function sharesOf(category: string): readonly string[] {
  const shares = metricsOf(category).filter(([, { kind }]) => kind === "rate");
  return shares.map(([metric]) => metric);
}

/** Names of the metrics that rows of a category can be compared by. */
export function comparableMetrics(category: string, metrics: readonly string[]): readonly string[] {
  return [...new Set([...sharesOf(category), ...metrics.filter(isShare)])];
}

/** All metrics that scorers of this version give, in the order in which records list them. */
export function knownMetrics(): readonly string[] {
  return [...known.keys()];
}
