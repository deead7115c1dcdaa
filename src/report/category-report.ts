import type { Category, RunManifest } from "../contract/index.ts";
import {
  calibration,
  categoryFacts,
  FAILED,
  figuresIn,
  knownMetrics,
  meanUsage,
  medianOf,
} from "../summaries/index.ts";
import type { Calibration, OutcomeTable } from "../summaries/index.ts";
import type { CategoryView } from "./category-view.ts";
import { figureSection, filledColumn, usualStatistic } from "./figure-section.ts";
import type { ColumnOptions, FilledColumn } from "./figure-section.ts";
import { front } from "./front.ts";
import { mixedScorers } from "./mixed-scorers.ts";
import type { ScorerGroup } from "./mixed-scorers.ts";
import { rankedBy, rowsOf } from "./ranked-rows.ts";
import type { RankedRow } from "./ranked-rows.ts";
import { modelNote, rowModel } from "./row-model.ts";
import type { RowModel } from "./row-model.ts";
import { itemsPerInterpreter, runIdentity } from "./run-identity.ts";
import type { Cell, Column, Row, Section } from "./section.ts";
import { figureNotes, NOTHING_SCORED } from "./section-notes.ts";
import { sectionTemplates } from "./section-templates.ts";
import type { ColumnTemplate } from "./section-templates.ts";
import { haveTags, inGroup, subsetNames, within } from "./subsets.ts";
import { verdictOf } from "./verdict.ts";
import type { Verdict } from "./verdict.ts";

/** What there is to report of one category. */
export interface CategoryReport {
  readonly category: Category;
  /** What its functions are called. */
  readonly title: string;
  /** Distinct problems with an outcome. */
  readonly problems: number;
  /** `null` where all items were scored by the same scorers. */
  readonly mixed: readonly ScorerGroup[] | null;
  /** Who leads, what cannot be told apart, what was unscored; `null` where nothing is ranked. */
  readonly verdict: Verdict | null;
  /** The tables that were asked for. */
  readonly sections: readonly Section[];
  /** For each interpreter that states its confidence: calibration against the leading metric. */
  readonly calibration: readonly (Calibration & {
    readonly interpreter: string;
    readonly metric: string;
  })[];
}

/** Which sections are wanted, by name. */
export type Wanted = (section: string) => boolean;

/** The report of the problems of one category. */
export function categoryReport(
  manifest: RunManifest,
  table: OutcomeTable,
  category: Category,
  wanted: Wanted,
): CategoryReport {
  const isAbout = (problem: number): boolean => table.problems[problem]?.category === category;
  const rows = rowsOf(manifest, table, isAbout);
  const metrics = metricsOf(rows);
  const facts = categoryFacts(category, metrics);
  const view = { manifest, table, rows, metrics, facts, isAbout };
  const leading = facts.leading !== null && metrics.includes(facts.leading) ? facts.leading : null;
  const ranked =
    leading !== null
      ? rankedBy(rows, leading, { everything: false })
      : facts.published !== null && metrics.includes(facts.published)
        ? rankedBy(rows, facts.published, { everything: true })
        : rows;
  const verdict = verdictOf({ ...view, rows: ranked });
  return {
    category,
    title: facts.title,
    problems: table.problems.filter((_, problem) => isAbout(problem)).length,
    mixed: mixedScorers(rows),
    verdict,
    sections: sectionsOf({ ...view, rows: ranked }, leading, wanted).filter(
      (section) => section !== null,
    ),
    calibration:
      leading === null || !wanted("calibration")
        ? []
        : ranked
            .map(({ interpreter, own }) => ({
              interpreter,
              metric: leading,
              ...calibration(own, leading),
            }))
            .filter(({ n }) => n > 0),
  };
}

function metricsOf(rows: readonly RankedRow[]): readonly string[] {
  const known = knownMetrics();
  const carried = new Set(
    rows.flatMap(({ own }) =>
      [...own.row.scores].flatMap(([metric, column]) =>
        own.slots.some((slot) => column.stateAt(slot) !== 0) ? [metric] : [],
      ),
    ),
  );
  const unknown = [...carried].filter((metric) => !known.includes(metric)).toSorted();
  return [...known.filter((metric) => carried.has(metric)), ...unknown];
}

function sectionsOf(
  view: CategoryView,
  leading: string | null,
  wanted: Wanted,
): readonly (Section | null)[] {
  const lazily = (name: string, make: () => Section | null): (Section | null)[] =>
    wanted(name) ? [make()] : [];
  const carried = new Set(view.metrics);
  const templates = sectionTemplates
    .map((template) => ({
      ...template,
      columns: template.columns.filter(
        ({ metric, subset }) => carried.has(metric) && (subset === "all" || haveTags(view.table)),
      ),
    }))
    .filter(({ columns }) => columns.length > 0);
  const shown = new Set(templates.flatMap(({ columns }) => columns.map(({ metric }) => metric)));
  const others = view.metrics.filter(
    (metric) =>
      !shown.has(metric) && metric !== view.facts.published && metric !== view.facts.error,
  );
  return [
    ...lazily("published", () => publishedSection(view)),
    ...templates.flatMap((template) =>
      lazily(template.name, () => questionSection(view, template, leading)),
    ),
    ...lazily("other", () =>
      questionSection(view, { ...OTHER, columns: others.map(otherColumn) }, leading),
    ),
    ...lazily("front", () => frontSection(view)),
    ...lazily("effort", () => effortSection(view)),
  ];
}

const OTHER = {
  name: "other",
  title: "What else was measured: shares in %, the rest as it is, with 95 % intervals",
};

function otherColumn(metric: string): ColumnTemplate {
  const words = metric.split(".");
  return { metric, subset: "all", statistic: usualStatistic(metric), head: words };
}

function questionSection(
  view: CategoryView,
  { name, title, columns }: (typeof sectionTemplates)[number],
  leading: string | null,
): Section | null {
  const { rows, table } = view;
  const options: ColumnOptions = { within: (subset) => inGroup(subset, table), everything: false };
  const ranks = columns.some(({ metric }) => metric === leading);
  const section = figureSection(
    { name, title },
    rows,
    columns.map((column) => filledColumn(column, rows, options)),
    {
      rankedBy: leading,
      isLettered: ranks && rows.filter(({ role }) => role === "contestant").length > 1,
      labelOf: labelIn(view, ranks ? leading : null),
    },
  );
  return section === null ? null : { ...section, notes: figureNotes(section, view.facts.name) };
}

/** The published share by subset, and the median of the error beside it. */
function publishedSection(view: CategoryView): Section | null {
  const { manifest, table, facts, metrics } = view;
  const { published, error } = facts;
  if (published === null || !metrics.includes(published)) return null;
  const rows = rankedBy(view.rows, published, { everything: true });
  const options: ColumnOptions = {
    within: (subset) => within(subset, manifest, table),
    everything: true,
  };
  const shares = subsetNames(manifest, table).map((subset) =>
    filledColumn({ metric: published, subset, statistic: "rate", head: [subset] }, rows, options),
  );
  const section = figureSection(
    { name: "published", title: `${publishedTitle(published)}, with 95 % intervals` },
    rows,
    [...shares, ...(error === null ? [] : [errorColumn(error, rows, options)])],
    {
      rankedBy: published,
      isLettered:
        rows.filter(({ role, own }) => role === "contestant" && own.slots.length > 0).length > 1,
      labelOf: labelIn(view, published),
    },
  );
  return section === null ? null : { ...section, notes: figureNotes(section, view.facts.name) };
}

function errorColumn(
  metric: string,
  rows: readonly RankedRow[],
  options: ColumnOptions,
): FilledColumn | null {
  const head = ["median", metric.toUpperCase()];
  return filledColumn({ metric, subset: "all", statistic: "median", head }, rows, options);
}

function publishedTitle(metric: string): string {
  return (
    PUBLISHED_TITLES.get(metric) ??
    "Share of functions passed, in %: NMSE < 0.1 on 256 points (published metric)"
  );
}

const PUBLISHED_TITLES: ReadonlyMap<string, string> = new Map([
  ["pairs", "Test pairs reproduced, in %: mean over functions (published metric)"],
  [
    "tests",
    "Unit tests settled by what is stated or by code, in %: mean over functions (no judge)",
  ],
  ["triplets", "Unit tests answered by what is stated, in %: mean over functions (no judge)"],
]);

/** A row's name, marked where nothing of it was scored or it is not finished. */
function labelIn(view: CategoryView, metric: string | null): (row: RankedRow) => string {
  const most = expectedItems(view);
  return ({ interpreter, own }) => {
    const isEmpty = metric !== null && own.slots.length > 0 && figuresIn(own, metric) === 0;
    const progress = own.slots.length < most ? ` (${own.slots.length} of ${most})` : "";
    return `${interpreter}${isEmpty ? ` ${NOTHING_SCORED}` : ""}${progress}`;
  };
}

/** Items of each interpreter: of a run with several categories, on the problems that were begun. */
function expectedItems({ manifest, table, isAbout }: CategoryView): number {
  const own = table.problems.filter((_, problem) => isAbout(problem)).length;
  if (own < table.problems.length) return own * manifest.epochs;
  return itemsPerInterpreter(runIdentity(manifest));
}

/** Median error against median length of code. */
function frontSection({ rows, metrics }: CategoryView): Section | null {
  if (!metrics.includes("error") || !metrics.includes("length")) return null;
  const points = rows
    .map(({ interpreter, role, own }) => ({
      interpreter,
      role,
      error: medianOf(own, "error")?.value ?? null,
      length: medianOf(own, "length")?.value ?? null,
    }))
    .filter(({ length }) => length !== null);
  const sorted = (role: RankedRow["role"]): typeof points =>
    points
      .filter((point) => point.role === role)
      .sort((a, b) => (a.length ?? 0) - (b.length ?? 0) || (a.error ?? 0) - (b.error ?? 0));
  const contestants = sorted("contestant");
  const marks = front(contestants);
  const number = (value: number | null): Cell => ({ kind: "number", value });
  const rowOf = (
    { interpreter, role, error, length }: (typeof points)[number],
    mark: string,
  ): Row => ({
    name: interpreter,
    label: interpreter,
    role,
    group: null,
    cells: [number(length), number(error), { kind: "text", text: mark }],
  });
  const all = [
    ...contestants.map((point, i) => rowOf(point, marks[i] === true ? "*" : "")),
    ...sorted("reference").map((point) => rowOf(point, "")),
  ];
  if (all.length === 0) return null;
  return {
    name: "front",
    title: "Error against length: median error (1 − R²) and median length of code",
    rankedBy: null,
    isLettered: false,
    columns: [
      plainColumn("count", "length"),
      plainColumn("error", "error"),
      plainColumn("count", "front"),
    ],
    rows: all,
    notes: ["*: on the front; no other contestant is as short and as exact, and better in one."],
  };
}

function plainColumn(unit: Column["unit"], ...head: readonly string[]): Column {
  return { head, unit, metric: null, subset: null, statistic: null, problems: null };
}

/** What was done, and what it cost. */
function effortSection({ rows, facts, metrics }: CategoryView): Section {
  const by = [facts.published, facts.leading].find((m) => m !== null && metrics.includes(m));
  const models = rows.map(({ configuration, own }) => rowModel(configuration, own));
  const number = (value: number | null): Cell => ({ kind: "number", value });
  const hasModel = models.some((model) => model !== null);
  return {
    name: "effort",
    title: "What was done, and at what cost: items, and means per item",
    rankedBy: null,
    isLettered: false,
    columns: [
      plainColumn("count", "items"),
      plainColumn("count", "scored"),
      plainColumn("count", "failed"),
      plainColumn("count", "queries"),
      plainColumn("count", "rounds"),
      ...(hasModel ? MODEL_COLUMNS.map(({ column }) => column) : []),
    ],
    rows: rows.map(({ interpreter, role, own }, i): Row => {
      const usage = meanUsage(own);
      const failed = own.slots.reduce(
        (n, slot) => n + (own.row.statusAt(slot) === FAILED ? 1 : 0),
        0,
      );
      const model = models[i] ?? null;
      return {
        name: interpreter,
        label: interpreter,
        role,
        group: null,
        cells: [
          number(own.slots.length),
          number(by === undefined || by === null ? null : figuresIn(own, by)),
          number(failed),
          number(usage?.queries ?? null),
          number(usage?.rounds ?? null),
          ...(hasModel
            ? MODEL_COLUMNS.map(({ of }) => number(model === null ? null : of(model)))
            : []),
        ],
      };
    }),
    notes: models.flatMap((model, i) =>
      model === null ? [] : [`${modelNote(rows[i]?.interpreter ?? "", model)}.`],
    ),
  };
}

const MODEL_COLUMNS: readonly { readonly column: Column; of(model: RowModel): number | null }[] = [
  { column: plainColumn("count", "calls"), of: ({ calls }) => calls },
  { column: plainColumn("count", "tokens", "in"), of: ({ input }) => input },
  { column: plainColumn("count", "tokens", "out"), of: ({ output }) => output },
  { column: plainColumn("number", "cost", "US $"), of: ({ cost }) => cost },
  { column: plainColumn("number", "paid", "US $"), of: ({ paid }) => paid },
];
