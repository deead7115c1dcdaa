import { metricFacts } from "../summaries/index.ts";
import {
  byFrequency,
  LEFT_OUT_OF_ALL,
  listedReasons,
  ownLeftOutNotes,
  sharedReasons,
  toldReasons,
} from "./left-out-notes.ts";
import type { RowReasons } from "./left-out-notes.ts";
import type { FigureCell, Row, Section } from "./section.ts";

/** Marks a row of which nothing could be scored. */
export const NOTHING_SCORED = "*";

/** What stands below a category's section: why some figures are missing, and what its columns mean. */
export function figureNotes(section: Section, category: string): string[] {
  const at = rankedColumn(section);
  const empty = section.rows.filter(({ role, group }) => role === "contestant" && group === null);
  return [
    ...(at === null ? [] : missNotes(section, at)),
    ...leftOutNotes(section, category),
    ...(section.isLettered && section.rankedBy !== null
      ? [
          ...(empty.length === 0 ? [] : [notCompared(section.rankedBy, empty)]),
          `group: contestants that share a letter cannot be told apart by ${section.rankedBy} (paired McNemar tests, Holm-corrected, 5 %).`,
        ]
      : []),
    ...meanings(section, category),
    ...(section.columns.some(({ subset }) => subset === "trivial") ? [TRIVIAL] : []),
  ];
}

const TRIVIAL =
  "trivial: plain functions that truly are a constant, a line or a polynomial, on which a baseline of that kind is right without having understood anything; plain is without them.";

/** The column of all problems that a section's rows are ranked by; `null` where it has none. */
function rankedColumn({ columns, rankedBy }: Section): number | null {
  const at = columns.findIndex(({ metric, subset }) => metric === rankedBy && subset === "all");
  return at < 0 ? null : at;
}

/** Why the column that rows are ranked by lacks figures that then count as failures. */
function missNotes({ rows }: Section, at: number): string[] {
  const told = rows.flatMap((row) => toldReasons(reasonsOf(row, at, "unscored")) ?? []);
  return told.length === 0 ? [] : [`Unscored, counted as not passed: ${told.join("; ")}.`];
}

/** A row's reasons in a column. */
function reasonsOf({ name, cells }: Row, at: number, kind: "unscored" | "leftOut"): RowReasons {
  const cell = figureIn(cells[at]);
  return { name, items: cell?.items ?? 0, reasons: byFrequency(cell?.[kind] ?? {}) };
}

function figureIn(cell: Row["cells"][number] | undefined): FigureCell | null {
  return cell?.kind === "figure" ? cell : null;
}

/** What is left out of a section's figures for reasons of ours, each metric once. */
function leftOutNotes({ columns, rows }: Section, category: string): string[] {
  const metrics = columns.map(({ metric }) => metric);
  const first = [...metrics.keys()].filter((i) => metrics.indexOf(metrics[i] ?? null) === i);
  const reasons = first.map((i) => rows.map((row) => reasonsOf(row, i, "leftOut")));
  const shared = reasons.flatMap((of, i) => {
    const these = sharedReasons(of);
    const { title } = metricFacts(metrics[first[i] ?? 0] ?? "", category);
    return these.length === 0 ? [] : [`${title} ${listedReasons(these)}`];
  });
  const own = reasons.map(ownLeftOutNotes).find((notes) => notes.length > 0);
  return [
    ...(shared.length === 0 ? [] : [`${LEFT_OUT_OF_ALL}: ${shared.join("; ")}.`]),
    ...(own ?? []),
  ];
}

/** Contestants of which nothing was scored. */
function notCompared(metric: string, rows: readonly Row[]): string {
  const names = rows.map(({ name }) => name).join(", ");
  return `${NOTHING_SCORED} Not compared, since ${metric} could not be scored once: ${names}.`;
}

/** What each column means, with what chance and the oracle get. */
function meanings({ columns }: Section, category: string): string[] {
  const metrics = new Set(columns.flatMap(({ metric }) => metric ?? []));
  return [...metrics].flatMap((metric) => {
    const { title, meaning, note, better } = metricFacts(metric, category);
    if (meaning === "") return [];
    const direction = better === "lower" ? "Lower is better" : "Higher is better";
    return [`${title}: ${meaning} ${direction}: ${note}.`];
  });
}
