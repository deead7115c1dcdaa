import { holm, mcnemar } from "../core/index.ts";
import { onProblems, PRESENT } from "../summaries/index.ts";
import type { LocalFacts } from "../summaries/index.ts";
import type { CategoryView } from "./category-view.ts";
import { figureSection, filledColumn } from "./figure-section.ts";
import type { FilledColumn } from "./figure-section.ts";
import { byFrequency } from "./left-out-notes.ts";
import type { ReasonCount } from "./left-out-notes.ts";
import type { RankedRow } from "./ranked-rows.ts";
import type { FigureCell, Section } from "./section.ts";
import { inGroup, within } from "./subsets.ts";

/** What a reader decides by, of one category. */
export interface Verdict {
  /** What rows are ranked by: the leading metric, or the published one where only that was measured. */
  readonly metric: string;
  /** One row per interpreter, best first: the ranking figure, rule and exceptions, the published one. */
  readonly summary: Section;
  /** Contestants as sets that cannot be told apart, best first; of more than one member each. */
  readonly tied: readonly (readonly string[])[];
  /** Contestants of which nothing was scored. */
  readonly notCompared: readonly string[];
  /** How global rule and local exceptions differ; `null` where the category or the run has none. */
  readonly local: LocalVerdict | null;
  /** Items without the ranking figure: by the method's own fault, and left out for others' reasons. */
  readonly unscored: readonly UnscoredRow[];
}

/** The rule everywhere against its local exceptions, problem by problem. */
export interface LocalVerdict extends LocalFacts {
  /** Problems with exceptions. */
  readonly problems: number;
  readonly rows: readonly LocalRow[];
}

/** On how many problems a method does better by the rule than on the exceptions, and worse. */
export interface LocalRow {
  readonly name: string;
  readonly better: number;
  readonly worse: number;
  /** Exact sign test, Holm-corrected over the contestants. */
  readonly p: number;
}

/** Why items of a row have no ranking figure. */
export interface UnscoredRow {
  readonly name: string;
  readonly items: number;
  readonly own: readonly ReasonCount[];
  readonly leftOut: readonly ReasonCount[];
}

/** The verdict on a category; `null` where nothing that ranks was measured. */
export function verdictOf(view: CategoryView): Verdict | null {
  const { rows, facts, metrics } = view;
  const has = (metric: string | null): metric is string =>
    metric !== null && metrics.includes(metric);
  const metric = [facts.leading, facts.published].find(has);
  if (metric === undefined) return null;
  const local = facts.local !== null && has(facts.local.exceptions) ? facts.local : null;
  const lead = columnOf(view, { metric, head: [metric] });
  const columns = [
    lead,
    ...(local === null ? [] : localColumns(view, local)),
    ...(has(facts.published) && facts.published !== metric
      ? [columnOf(view, { metric: facts.published, head: ["published", facts.published] })]
      : []),
  ];
  const summary = figureSection(
    { name: "summary", title: "Summary, in %, with 95 % intervals" },
    rows,
    columns,
    {
      rankedBy: metric,
      isLettered: rows.filter(({ group }) => group !== null).length > 1,
      labelOf: ({ interpreter }) => interpreter,
    },
  );
  if (summary === null || lead === null) return null;
  return {
    metric,
    summary,
    tied: tiedSets(rows),
    notCompared: rows
      .filter(({ role, group }) => role === "contestant" && group === null)
      .map(({ interpreter }) => interpreter),
    local: local === null ? null : localVerdict(view, local),
    unscored: rows.flatMap((row, i) => unscoredRow(row, lead.cells[i])),
  };
}

interface SummaryColumn {
  readonly metric: string;
  readonly subset?: string;
  readonly head: readonly string[];
}

function columnOf(
  { rows, table, manifest, facts }: CategoryView,
  { metric, subset = "all", head }: SummaryColumn,
): FilledColumn | null {
  const everything = metric === facts.published;
  const within_ = everything
    ? (name: string) => within(name, manifest, table)
    : (name: string) => inGroup(name, table);
  return filledColumn({ metric, subset, statistic: "rate", head }, rows, {
    within: within_,
    everything,
  });
}

/** On the problems with exceptions: the rule, the exceptions, and what is stated of them. */
function localColumns(view: CategoryView, local: LocalFacts): (FilledColumn | null)[] {
  const [place] = local.noun.split(" ").slice(-1);
  return [
    { metric: local.rule, head: ["by the", "rule"] },
    { metric: local.exceptions, head: ["in the", place ?? ""] },
    ...(local.stated === null ? [] : [{ metric: local.stated, head: [place ?? "", "stated"] }]),
  ].map((column) => columnOn(view, local, column));
}

/** A column on the problems that carry the figure of the exceptions, whether tags are known or not. */
function columnOn(
  view: CategoryView,
  local: LocalFacts,
  { metric, head }: SummaryColumn,
): FilledColumn | null {
  const { rows } = view;
  const isExcepted = exceptedProblems(view, local);
  return filledColumn({ metric, subset: local.tag, statistic: "rate", head }, rows, {
    within: () => isExcepted,
    everything: false,
  });
}

function exceptedProblems(
  { rows, table }: CategoryView,
  { exceptions }: LocalFacts,
): (problem: number) => boolean {
  const carried = new Uint8Array(table.problems.length);
  for (const { own } of rows) {
    const column = own.row.scores.get(exceptions);
    if (column === undefined) continue;
    for (const slot of own.slots)
      if (column.stateAt(slot) !== 0) carried[table.problemOf[slot] ?? 0] = 1;
  }
  return (problem) => carried[problem] === 1;
}

function localVerdict(view: CategoryView, local: LocalFacts): LocalVerdict {
  const isExcepted = exceptedProblems(view, local);
  const rows = view.rows
    .filter(({ role, group }) => role === "contestant" && group !== null)
    .map((row) => ({ name: row.interpreter, ...signsOf(row, local, isExcepted) }));
  const adjusted = holm(rows.map(({ better, worse }) => mcnemar(better, worse)));
  return {
    ...local,
    problems: view.table.problems.filter((_, problem) => isExcepted(problem)).length,
    rows: rows.map((row, i) => ({ ...row, p: adjusted[i] ?? 1 })),
  };
}

/** On how many problems the rule is better than the exceptions, over the repeats, and worse. */
function signsOf(
  { own }: RankedRow,
  { rule, exceptions }: LocalFacts,
  isExcepted: (problem: number) => boolean,
): { readonly better: number; readonly worse: number } {
  const part = onProblems(own, isExcepted);
  const [outside, inside] = [part.row.scores.get(rule), part.row.scores.get(exceptions)];
  const sums = new Map<number, number>();
  for (const slot of part.slots) {
    if (outside?.stateAt(slot) !== PRESENT || inside?.stateAt(slot) !== PRESENT) continue;
    const problem = part.table.problemOf[slot] ?? 0;
    const difference = outside.valueAt(slot) - inside.valueAt(slot);
    sums.set(problem, (sums.get(problem) ?? 0) + difference);
  }
  const differences = [...sums.values()];
  return {
    better: differences.filter((difference) => difference > 0).length,
    worse: differences.filter((difference) => difference < 0).length,
  };
}

/** The letters of a row of a letter display, one a group. */
function lettersIn(text: string): string[] {
  return text.match(/·\d+|\p{L}/gu) ?? [];
}

function tiedSets(rows: readonly RankedRow[]): readonly (readonly string[])[] {
  const letters = [...new Set(rows.flatMap(({ group }) => lettersIn(group ?? "")))];
  return letters
    .map((letter) =>
      rows
        .filter(({ group }) => lettersIn(group ?? "").includes(letter))
        .map(({ interpreter }) => interpreter),
    )
    .filter((names) => names.length > 1);
}

function unscoredRow(
  { interpreter: name }: RankedRow,
  cell: FigureCell | undefined,
): UnscoredRow[] {
  if (cell === undefined) return [];
  const { items, unscored, leftOut } = cell;
  const reasons = { own: byFrequency(unscored), leftOut: byFrequency(leftOut) };
  return reasons.own.length + reasons.leftOut.length === 0 ? [] : [{ name, items, ...reasons }];
}
