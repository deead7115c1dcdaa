import { BenchError, holm } from "../core/index.ts";
import type { Category, Outcome, RunManifest } from "../contract/index.ts";
import {
  compare,
  comparePart,
  hasFigure,
  isSoundMetric,
  LEADING_METRIC,
  concerned,
  PUBLISHED_SHARE,
  settled,
  sharesOf,
} from "../scoring/index.ts";
import type { PairedComparison, Settled } from "../scoring/index.ts";
import type { LeaderboardOptions } from "./leaderboard.ts";
import type { UntaggedSuite } from "./report.ts";
import { itemsPerInterpreter, runIdentity } from "./run-identity.ts";
import type { Progress, RunIdentity } from "./run-identity.ts";
import { haveTags, subsetsOf, within } from "./subsets.ts";

/** One interpreter of one run. */
export interface ComparedSide {
  readonly manifest: RunManifest;
  readonly interpreter: string;
  /** One outcome per item, of the whole run or of this interpreter alone. */
  readonly outcomes: readonly Outcome[];
  /** Suites whose tags are not known, and why; none if not given. */
  readonly withoutTags?: readonly UntaggedSuite[];
}

/** Two interpreters, or one in two runs, on the items that both have done, as plain data. */
export interface Comparison {
  readonly format: "findbench-comparison";
  readonly version: 1;
  readonly category: Category;
  readonly metric: string;
  readonly left: ComparisonSide;
  readonly right: ComparisonSide;
  /** Settings in which the two runs differ, so that the difference may be theirs. */
  readonly settings: readonly {
    readonly name: string;
    readonly left: string;
    readonly right: string;
  }[];
  /** `all` first, then the subsets; `all` alone where nothing of a side was scored. */
  readonly rows: readonly ComparisonRow[];
  /** The same on everything by the published metric; `null` where that is the metric, or nothing was scored by it. */
  readonly published: (PairedComparison & { readonly metric: string }) | null;
  /** How many pairs were compared together. */
  readonly pairsCompared: number;
  /** Suites whose tags are not known, so that groups by tag are left out, and why. */
  readonly withoutTags: readonly UntaggedSuite[];
}

/** Who stands on one side, and in which run. */
export interface ComparisonSide {
  readonly interpreter: string;
  readonly run: RunIdentity;
  /** How far this interpreter has come, or `null` where it has done all of its items. */
  readonly partial: Progress | null;
}

/** The comparison on one subset. */
export interface ComparisonRow extends PairedComparison {
  readonly subset: string;
  /** On `all` Holm-corrected over the pairs compared together; elsewhere over the subsets. */
  readonly adjustedP: number;
}

type Pair = readonly [left: ComparedSide, right: ComparedSide];

/**
 * Compares pairs of sides, on each category that they have; p on everything is Holm-corrected over the
 * pairs of a category that can be compared.
 */
export function comparisons(
  pairs: readonly Pair[],
  options: LeaderboardOptions = {},
): readonly Comparison[] {
  const present = CATEGORIES.filter((category) =>
    pairs.flat().some(({ outcomes }) => outcomes.some((one) => one.category === category)),
  );
  requireShare(options.metric, present);
  const { metric } = options;
  const asked = present.filter((c) => metric === undefined || sharesOf(c).includes(metric));
  return (asked.length === 0 ? [CATEGORIES[0]] : asked).flatMap((category) => {
    const known = new Map<readonly Outcome[], readonly Settled[]>();
    const settle = (side: ComparedSide): SettledSide => {
      const outcomes = known.get(side.outcomes) ?? settled(ofCategory(side.outcomes, category));
      known.set(side.outcomes, outcomes);
      return { ...side, outcomes, done: ownOf(side).length };
    };
    return together(
      pairs.map(([left, right]) => compareSettled(settle(left), settle(right), options)),
    );
  });
}

/** A side whose outcomes heed what the whole run tells of the problems. */
interface SettledSide extends ComparedSide {
  readonly outcomes: readonly Settled[];
  /** Items that its interpreter has done, of all categories. */
  readonly done: number;
}

function ownOf<S extends Outcome>(side: {
  readonly interpreter: string;
  readonly outcomes: readonly S[];
}): S[] {
  return side.outcomes.filter(({ item }) => item.interpreter === side.interpreter);
}

const CATEGORIES = ["numeric", "strings"] as const;

/** Throws `bad-argument` for a name that is no share of any category that is there. */
function requireShare(metric: string | undefined, present: readonly Category[]): void {
  if (metric === undefined || present.length === 0) return;
  const known = [...new Set(present.flatMap(sharesOf))];
  if (known.includes(metric)) return;
  throw new BenchError(
    "bad-argument",
    `Expected a metric whose values are shares, one of ${known.join(", ")}; got \`${metric}\`; choose another with --metric`,
    { data: { metric } },
  );
}

function ofCategory(outcomes: readonly Outcome[], category: Category): readonly Outcome[] {
  return outcomes.filter((one) => one.category === category);
}

/** Comparisons with their p on everything corrected for there being several. */
function together(several: readonly Comparison[]): readonly Comparison[] {
  const compared = several.filter(({ rows: [all] }) => (all?.problems ?? 0) > 0);
  const adjusted = holm(compared.map(({ rows: [all] }) => all?.p ?? 1));
  return several.map((one) => {
    const [all, ...rest] = one.rows;
    const adjustedP = adjusted[compared.indexOf(one)] ?? all?.p ?? 1;
    const rows = all === undefined ? [] : [{ ...all, adjustedP }, ...rest];
    return { ...one, rows, pairsCompared: compared.length };
  });
}

/** Compares two sides of one category pair by pair, on everything and by subset. */
export function comparison(
  left: ComparedSide,
  right: ComparedSide,
  options: LeaderboardOptions = {},
): Comparison {
  const settle = (side: ComparedSide): SettledSide => ({
    ...side,
    outcomes: settled(side.outcomes),
    done: ownOf(side).length,
  });
  return compareSettled(settle(left), settle(right), options);
}

function compareSettled(
  left: SettledSide,
  right: SettledSide,
  options: LeaderboardOptions,
): Comparison {
  const [ownLeft, ownRight] = [ownOf(left), ownOf(right)];
  const category = [...ownLeft, ...ownRight][0]?.category ?? "numeric";
  const metric = options.metric ?? usualMetric(category, [...ownLeft, ...ownRight]);
  const [onLeft, onRight] = [about(ownLeft, metric), about(ownRight, metric)];
  const all = compare(onLeft, onRight, metric);
  const names =
    all.nothingScored.length > 0 || !haveTags(onRight)
      ? suiteSubsets(left.manifest, all)
      : subsetsOf(left.manifest, onLeft)
          .slice(1)
          .map(({ name }) => name);
  const subsets = names.map((subset) => ({
    subset,
    ...comparePart(
      within(subset, left.manifest, onLeft),
      within(subset, left.manifest, onRight),
      metric,
    ),
  }));
  const adjusted = holm(subsets.map(({ p }) => p));
  return {
    format: "findbench-comparison",
    version: 1,
    category,
    metric,
    left: sideOf(left),
    right: sideOf(right),
    settings: settingsApart(
      { run: runIdentity(left.manifest), outcomes: ownLeft },
      { run: runIdentity(right.manifest), outcomes: ownRight },
    ),
    rows: [
      { subset: "all", ...all, adjustedP: all.p },
      ...subsets.map((row, index) => ({ ...row, adjustedP: adjusted[index] ?? row.p })),
    ],
    published: publishedBeside(ownLeft, ownRight, { category, metric }),
    pairsCompared: 1,
    withoutTags: untaggedOf(left, right),
  };
}

/** Suites of a run as subsets, where tags are not known; none where nothing is compared. */
function suiteSubsets({ suites }: RunManifest, { nothingScored }: PairedComparison): string[] {
  if (nothingScored.length > 0 || suites.length < 2) return [];
  return suites.map(({ name }) => `suite:${name}`);
}

/** The leading metric of a category; the published one where nothing was scored by the former. */
function usualMetric(category: Category, outcomes: readonly Outcome[]): string {
  const leading = LEADING_METRIC[category];
  const isKnown = outcomes.some(({ scores }) => scores[leading] !== undefined);
  return isKnown || outcomes.length === 0 ? leading : PUBLISHED_SHARE[category];
}

/** The outcomes that a metric is about, those included of which the problem leaves nothing to measure. */
function about(outcomes: readonly Settled[], metric: string): readonly Settled[] {
  return isSoundMetric(metric) ? concerned(outcomes, metric) : outcomes;
}

function publishedBeside(
  left: readonly Settled[],
  right: readonly Settled[],
  { category, metric }: Pick<Comparison, "category" | "metric">,
): Comparison["published"] {
  const published = PUBLISHED_SHARE[category];
  if (metric === published || !hasFigure([...left, ...right], published)) return null;
  return { metric: published, ...compare(left, right, published) };
}

function untaggedOf(left: ComparedSide, right: ComparedSide): readonly UntaggedSuite[] {
  const all = [...(left.withoutTags ?? []), ...(right.withoutTags ?? [])];
  return all.filter(({ name }, index) => all.findIndex((one) => one.name === name) === index);
}

function sideOf({ manifest, interpreter, done }: SettledSide): ComparisonSide {
  const run = runIdentity(manifest);
  const expected = itemsPerInterpreter(run);
  return { interpreter, run, partial: done < expected ? { done, expected } : null };
}

interface Setting {
  readonly run: RunIdentity;
  readonly outcomes: readonly Outcome[];
}

function settingsApart(left: Setting, right: Setting): Comparison["settings"] {
  const facts = ({ run, outcomes }: Setting): [string, string][] => [
    ["suites", run.suites.map(({ name, hash }) => `${name} ${hash.slice(0, 12)}`).join(", ")],
    ["seed", run.seed],
    ["findbench", run.findbench],
    ["budget", String(run.budget ?? "unlimited")],
    ["rounds", String(run.rounds ?? "unlimited")],
    ["epochs", String(run.epochs)],
    ...(outcomes.length === 0 ? [] : [["scorers", scorersOf(outcomes)] satisfies [string, string]]),
  ];
  const theirs = new Map(facts(right));
  return facts(left).flatMap(([name, value]) => {
    const other = theirs.get(name) ?? value;
    return value === other ? [] : [{ name, left: value, right: other }];
  });
}

function scorersOf(outcomes: readonly Outcome[]): string {
  return [...new Set(outcomes.flatMap(({ scorers }) => scorers))].toSorted().join(", ");
}
