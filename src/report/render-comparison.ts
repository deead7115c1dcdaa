import type { Estimate } from "../contract/index.ts";
import type { Comparison, ComparisonRow } from "./comparison.ts";
import {
  comparisonNotes,
  comparisonTitle,
  partialLines,
  sideNames,
  verdict,
} from "./comparison-notes.ts";
import { NO_FIGURE, percent, points, probability } from "./figures.ts";
import { renderMarkdownTable } from "./markdown-table.ts";
import { paletteOf } from "./palette.ts";
import type { RenderOptions } from "./render-options.ts";
import { setLines } from "./sets-told-apart.ts";
import { renderTable, textWidth, wrapped } from "./text-table.ts";

/** Comparisons for a terminal: the sets that cannot be told apart, then pair by pair. */
export function renderComparisons(
  comparisons: readonly Comparison[],
  options: RenderOptions = {},
): string {
  const { width = 100 } = options;
  const sets = setLines(comparisons).map((line) => wrapped(line, width, "  "));
  const parts = comparisons.map((one) => renderComparison(one, options));
  return [...(sets.length === 0 ? [] : [sets.join("\n")]), ...parts].join("\n\n");
}

/** The comparison for a terminal: the verdict, a row per subset, remarks. */
export function renderComparison(
  comparison: Comparison,
  { width = 100, colour = false }: RenderOptions = {},
): string {
  const palette = paletteOf(colour);
  const table = tableOf(comparison, " ");
  return [
    ...partialLines(comparison).map((line) => palette.alarm(wrapped(line, width))),
    palette.strong(wrapped(comparisonTitle(comparison), width)),
    wrapped(verdict(comparison), width),
    "",
    textWidth(table) <= width ? table : tableOf(comparison, "\n"),
    "",
    ...comparisonNotes(comparison).map((note) => wrapped(note, width, "  ")),
  ].join("\n");
}

/** The comparison as Markdown: the verdict, one table, remarks as a list. */
export function renderComparisonMarkdown(comparison: Comparison): string {
  return [
    ...partialLines(comparison).flatMap((line) => [`**${line}**`, ""]),
    `**${comparisonTitle(comparison)}**`,
    "",
    verdict(comparison),
    "",
    renderMarkdownTable(
      headOf(comparison).map((cell) => (cell === "" ? "subset" : cell)),
      [...comparison.rows.map((row) => cellsOf(row, " ")), ...publishedRow(comparison, " ")],
    ),
    "",
    ...comparisonNotes(comparison).map((note) => `- ${note}`),
    "",
  ].join("\n");
}

function tableOf(comparison: Comparison, beforeInterval: string): string {
  const head = headOf(comparison).map((name) => name.replace(" (", "\n("));
  const [all = [], ...subsets] = comparison.rows.map((row) => cellsOf(row, beforeInterval));
  const published = publishedRow(comparison, beforeInterval);
  return renderTable({
    head,
    sections: [[all], subsets, published].filter((section) => section.length > 0),
    alignments: head.map((_, index) => (index === 0 ? "left" : "right")),
  });
}

/** The same on everything by the published metric, uncorrected. */
function publishedRow({ published }: Comparison, beforeInterval: string): string[][] {
  if (published === null) return [];
  const { metric, p: adjustedP, ...rest } = published;
  return [cellsOf({ ...rest, p: adjustedP, adjustedP, subset: metric }, beforeInterval)];
}

function headOf(comparison: Comparison): string[] {
  const names = sideNames(comparison);
  return ["", "n", names.left, names.right, "difference", "wins", "losses", "ties", "p"];
}

function cellsOf(row: ComparisonRow, beforeInterval: string): string[] {
  return [
    row.subset,
    `${row.problems}`,
    share(row.left),
    share(row.right),
    difference(row.difference, beforeInterval),
    ...[row.wins, row.losses, row.ties].map((n) => (row.problems === 0 ? NO_FIGURE : `${n}`)),
    row.problems === 0 ? NO_FIGURE : probability(row.adjustedP),
  ];
}

function share(estimate: Estimate | null): string {
  return estimate === null ? NO_FIGURE : percent(estimate.value, 1);
}

function difference(estimate: Estimate | null, beforeInterval: string): string {
  if (estimate === null) return NO_FIGURE;
  return `${points(estimate.value)}${beforeInterval}[${points(estimate.low)}, ${points(estimate.high)}]`;
}
