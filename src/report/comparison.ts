import { BenchError, holm, similarTo } from "../core/index.ts";
import type { Category, RunManifest } from "../contract/index.ts";
import {
  categoryFacts,
  comparableMetrics,
  compare,
  compareParts,
  concerned,
  hasFigure,
  onProblems,
  partOf,
} from "../summaries/index.ts";
import type { OutcomeTable, PairedComparison, Part } from "../summaries/index.ts";
import { categoriesOf } from "./report.ts";
import type { UntaggedSuite } from "./report.ts";
import { itemsPerInterpreter, runIdentity } from "./run-identity.ts";
import type { Progress, RunIdentity } from "./run-identity.ts";
import { haveTags, subsetNames, within } from "./subsets.ts";

/** One interpreter of one run. */
export interface ComparedSide {
  readonly manifest: RunManifest;
  readonly interpreter: string;
  /** Of the whole run, or of this interpreter alone. */
  readonly outcomes: OutcomeTable;
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

/** What a comparison may be asked for. */
export interface CompareOptions {
  /** A metric of values from 0 to 1; the leading one of the category if not given. */
  readonly metric?: string;
}

/**
 * Compares pairs of sides, on each category that they have; p on everything is Holm-corrected over the
 * pairs of a category that can be compared.
 */
export function comparisons(
  pairs: readonly Pair[],
  options: CompareOptions = {},
): readonly Comparison[] {
  const tables = [...new Set(pairs.flat().map(({ outcomes }) => outcomes))];
  const present = [...new Set(tables.flatMap(categoriesOf))].toSorted();
  const carried = [...new Set(tables.flatMap(metricsIn))];
  requireShare(options.metric, present, carried);
  const { metric } = options;
  const asked = present.filter(
    (category) => metric === undefined || comparableMetrics(category, carried).includes(metric),
  );
  return (asked.length === 0 ? [null] : asked).flatMap((category) =>
    together(pairs.map(([left, right]) => compareOn(category, left, right, options))),
  );
}

/** Names of the metrics that outcomes carry. */
function metricsIn({ rows }: OutcomeTable): readonly string[] {
  return [...rows.values()].flatMap(({ scores }) => [...scores.keys()]);
}

/** Throws `bad-argument` for a name that is no share of any category that is there. */
function requireShare(
  metric: string | undefined,
  present: readonly Category[],
  carried: readonly string[],
): void {
  if (metric === undefined || present.length === 0) return;
  const known = [...new Set(present.flatMap((category) => comparableMetrics(category, carried)))];
  if (known.includes(metric)) return;
  throw new BenchError(
    "bad-argument",
    `Expected a metric whose values are shares, one of ${known.join(", ")}; got \`${metric}\`; choose another with --metric${similarTo(metric, known)}`,
    { data: { metric } },
  );
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
  options: CompareOptions = {},
): Comparison {
  const [category = null] = [left, right].flatMap(({ outcomes }) => categoriesOf(outcomes));
  return compareOn(category, left, right, options);
}

/** The two sides on the problems of a category; on all, which are none, where it is `null`. */
function compareOn(
  category: Category | null,
  left: ComparedSide,
  right: ComparedSide,
  options: CompareOptions,
): Comparison {
  const [ownLeft, ownRight] = [partOn(category, left), partOn(category, right)];
  const carried = [...new Set([left, right].flatMap(({ outcomes }) => metricsIn(outcomes)))];
  const facts = categoryFacts(category ?? "", carried);
  const metric = options.metric ?? usualMetric(facts, [ownLeft, ownRight]);
  const isAll = metric === facts.published;
  const [onLeft, onRight] = [ownLeft, ownRight].map((part) =>
    isAll ? part : concerned(part, metric),
  ) as [Part, Part];
  const all = compare(onLeft, onRight, metric);
  const parts = subsetsFor({ left, right, all }).flatMap((subset) => {
    const inLeft = onProblems(onLeft, within(subset, left.manifest, left.outcomes));
    if (inLeft.slots.length === 0 && haveTags(right.outcomes)) return [];
    const inRight = onProblems(onRight, within(subset, left.manifest, right.outcomes));
    return [{ subset, left: inLeft, right: inRight }];
  });
  const compared = compareParts(parts, metric);
  const subsets = compared.map((one, i) => ({ subset: parts[i]?.subset ?? "", ...one }));
  const adjusted = holm(subsets.map(({ p }) => p));
  return {
    format: "findbench-comparison",
    version: 1,
    category: category ?? "",
    metric,
    left: sideOf(left),
    right: sideOf(right),
    settings: settingsApart(
      { run: runIdentity(left.manifest), own: ownLeft },
      { run: runIdentity(right.manifest), own: ownRight },
    ),
    rows: [
      { subset: "all", ...all, adjustedP: all.p },
      ...subsets.map((row, index) => ({ ...row, adjustedP: adjusted[index] ?? row.p })),
    ],
    published: publishedBeside(ownLeft, ownRight, { published: facts.published, metric }),
    pairsCompared: 1,
    withoutTags: untaggedOf(left, right),
  };
}

function partOn(category: Category | null, { outcomes, interpreter }: ComparedSide): Part {
  return partOf(
    outcomes,
    interpreter,
    (problem) => category === null || outcomes.problems[problem]?.category === category,
  );
}

/** The subsets that are compared; suites alone where tags are not known, none where nothing is. */
function subsetsFor({
  left,
  right,
  all,
}: {
  readonly left: ComparedSide;
  readonly right: ComparedSide;
  readonly all: PairedComparison;
}): readonly string[] {
  if (all.nothingScored.length > 0) return [];
  const names = subsetNames(left.manifest, left.outcomes).slice(1);
  return haveTags(right.outcomes) ? names : names.filter((name) => name.startsWith("suite:"));
}

/** The leading metric of a category; the published one where nothing was scored by the former. */
function usualMetric(
  { leading, published }: { readonly leading: string | null; readonly published: string | null },
  parts: readonly Part[],
): string {
  const isCarried = parts.some(({ row, slots }) => {
    const column = leading === null ? undefined : row.scores.get(leading);
    return column !== undefined && slots.some((slot) => column.stateAt(slot) !== 0);
  });
  const isEmpty = parts.every(({ slots }) => slots.length === 0);
  return (isCarried || isEmpty ? leading : published) ?? leading ?? published ?? "";
}

function publishedBeside(
  left: Part,
  right: Part,
  { published, metric }: { readonly published: string | null; readonly metric: string },
): Comparison["published"] {
  if (published === null || metric === published) return null;
  if (!hasFigure(left, published) && !hasFigure(right, published)) return null;
  return { metric: published, ...compare(left, right, published) };
}

function untaggedOf(left: ComparedSide, right: ComparedSide): readonly UntaggedSuite[] {
  const all = [...(left.withoutTags ?? []), ...(right.withoutTags ?? [])];
  return all.filter(({ name }, index) => all.findIndex((one) => one.name === name) === index);
}

function sideOf({ manifest, interpreter, outcomes }: ComparedSide): ComparisonSide {
  const run = runIdentity(manifest);
  const done = partOf(outcomes, interpreter).slots.length;
  const expected = itemsPerInterpreter(run);
  return { interpreter, run, partial: done < expected ? { done, expected } : null };
}

interface Setting {
  readonly run: RunIdentity;
  readonly own: Part;
}

function settingsApart(left: Setting, right: Setting): Comparison["settings"] {
  const facts = ({ run, own }: Setting): [string, string][] => [
    ["suites", run.suites.map(({ name, hash }) => `${name} ${hash.slice(0, 12)}`).join(", ")],
    ["seed", run.seed],
    ["findbench", run.findbench],
    ["budget", String(run.budget ?? "unlimited")],
    ["rounds", String(run.rounds ?? "unlimited")],
    ["epochs", String(run.epochs)],
    ...(own.slots.length === 0 ? [] : [["scorers", scorersOf(own)] satisfies [string, string]]),
  ];
  const theirs = new Map(facts(right));
  return facts(left).flatMap(([name, value]) => {
    const other = theirs.get(name) ?? value;
    return value === other ? [] : [{ name, left: value, right: other }];
  });
}

function scorersOf({ row, slots }: Part): string {
  const texts = new Set<string>();
  for (const slot of slots) texts.add(row.scorersAt(slot) ?? "");
  const scorers = [...texts].flatMap((text) => text.split("\n")).filter(Boolean);
  return [...new Set(scorers)].toSorted().join(", ");
}
