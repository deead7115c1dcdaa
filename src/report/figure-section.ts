import {
  concerned,
  isShare,
  measurable,
  metricKind,
  onProblems,
  problemsIn,
  rates,
  reasonsIn,
  typical,
} from "../summaries/index.ts";
import type { RankedRow } from "./ranked-rows.ts";
import type { Cell, Column, FigureCell, Row, Section, Statistic, Unit } from "./section.ts";
import type { ColumnTemplate } from "./section-templates.ts";

/** How a column's figures are taken. */
export interface ColumnOptions {
  /** Which problems a subset is about. */
  readonly within: (subset: string) => (problem: number) => boolean;
  /** Whether all items are meant, those as well that were not scored by the metric. */
  readonly everything: boolean;
}

/** A column with the cells of all rows. */
export interface FilledColumn {
  readonly column: Column;
  readonly cells: readonly FigureCell[];
}

/** The figures of a column; `null` where no problem is in it. */
export function filledColumn(
  template: ColumnTemplate,
  rows: readonly RankedRow[],
  { within, everything }: ColumnOptions,
): FilledColumn | null {
  const { metric, subset, statistic, head } = template;
  const isAbout = within(subset);
  const own = rows.map((row) => onProblems(row.own, isAbout));
  const all = everything ? own : own.map((part) => concerned(part, metric));
  const counted = all.map((part) => measurable(part, metric));
  const problems = problemsIn(counted);
  if (problems === 0) return null;
  const [nothing] = own;
  if (nothing === undefined) return null;
  const estimates =
    statistic === "rate" ? rates(counted, metric) : typical(counted, metric, statistic);
  return {
    column: { head, unit: unitOf(metric, statistic), metric, subset, statistic, problems },
    cells: counted.map(({ slots }, i) => {
      const reasons = reasonsIn(all[i] ?? nothing, metric);
      return { kind: "figure", estimate: estimates[i] ?? null, items: slots.length, ...reasons };
    }),
  };
}

/** How a metric's figures are written: shares in percent. */
function unitOf(metric: string, statistic: Statistic): Unit {
  if (statistic === "rate") return "percent";
  const kind = metricKind(metric);
  return kind === "rate" ? "percent" : kind;
}

/** How items become a figure where no template says it. */
export function usualStatistic(metric: string): Statistic {
  const kind = metricKind(metric);
  return isShare(metric) ? "rate" : kind === "number" || kind === "bits" ? "mean" : "median";
}

/** The section of some columns; `null` where no problem is in any of them. */
export function figureSection(
  { name, title }: Pick<Section, "name" | "title">,
  rows: readonly RankedRow[],
  columns: readonly (FilledColumn | null)[],
  parts: Pick<Section, "rankedBy" | "isLettered"> & {
    readonly labelOf: (row: RankedRow) => string;
  },
): Section | null {
  const filled = columns.filter((column) => column !== null);
  if (filled.length === 0) return null;
  const { labelOf, ...rest } = parts;
  return {
    name,
    title,
    ...rest,
    columns: filled.map(({ column }) => column),
    rows: rows.map((row, i): Row => {
      const { interpreter, role, group } = row;
      const cells = filled.flatMap(({ cells: [...cells] }): Cell[] => cells.slice(i, i + 1));
      return { name: interpreter, label: labelOf(row), role, group, cells };
    }),
    notes: [],
  };
}
