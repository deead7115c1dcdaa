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
import { renderTable, textWidth, wrapped } from "./text-table.ts";

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
      comparison.rows.map((row) => cellsOf(row, " ")),
    ),
    "",
    ...comparisonNotes(comparison).map((note) => `- ${note}`),
    "",
  ].join("\n");
}

function tableOf(comparison: Comparison, beforeInterval: string): string {
  const head = headOf(comparison).map((name) => name.replace(" (", "\n("));
  const [all = [], ...subsets] = comparison.rows.map((row) => cellsOf(row, beforeInterval));
  return renderTable({
    head,
    sections: subsets.length === 0 ? [[all]] : [[all], subsets],
    alignments: head.map((_, index) => (index === 0 ? "left" : "right")),
  });
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
    ...[row.wins, row.losses, row.ties].map(String),
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
