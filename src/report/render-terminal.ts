import { cellInterval, cellSize, cellValue } from "./cell-figures.ts";
import type { Document, DocumentPart } from "./document.ts";
import { NO_FIGURE } from "./figures.ts";
import { fitColumns } from "./fit-columns.ts";
import type { Layout } from "./fit-columns.ts";
import { paletteOf } from "./palette.ts";
import type { Palette } from "./palette.ts";
import type { RenderOptions } from "./render-options.ts";
import type { Cell, Column, Row, Section } from "./section.ts";
import { renderTable, wrapped } from "./text-table.ts";
import { verdictScreen } from "./verdict-screen.ts";

/** A document for a terminal; parts of a verdict stand on a screen of their own. */
export function renderTerminal(
  { parts }: Document,
  { width = 100, colour = false }: RenderOptions = {},
): string {
  const palette = paletteOf(colour);
  const texts: string[] = [];
  for (let at = 0; at < parts.length;) {
    const screen = parts[at]?.screen ?? null;
    const end =
      screen === null ? at + 1 : parts.findIndex((one, i) => i > at && one.screen !== screen);
    const these = parts.slice(at, end < 0 ? parts.length : end);
    texts.push(
      screen === null
        ? these.map((one) => partText(one, width, palette)).join("")
        : verdictScreen(these, width, palette),
    );
    at += these.length;
  }
  return texts.join("\n\n");
}

function partText(
  { heading, alarms, paragraphs, sections, notes }: DocumentPart,
  width: number,
  palette: Palette,
): string {
  const remarks = (lines: readonly string[]): string =>
    lines.map((line) => wrapped(line, width, "  ")).join("\n");
  const blocks = [
    ...alarms.map((line) => palette.alarm(wrapped(line, width))),
    ...(heading === null ? [] : [palette.strong(wrapped(heading, width))]),
    ...(paragraphs.length === 0 ? [] : [paragraphs.map((line) => wrapped(line, width)).join("\n")]),
    ...sections.flatMap((section) => [
      ...(section.title === "" ? [] : [palette.strong(wrapped(section.title, width))]),
      sectionText(section, width, palette),
      ...(section.notes.length === 0 ? [] : [remarks(section.notes)]),
    ]),
    ...(notes.length === 0 ? [] : [remarks(notes)]),
  ];
  return blocks.join("\n\n");
}

/** A section's table, as roomy as the width allows. */
function sectionText(section: Section, width: number, palette: Palette): string {
  return fitColumns(section.columns.length, width, (columns, layout) =>
    tableOf(section, { columns, layout, palette }),
  );
}

interface TableParts {
  /** Columns to show, by position. */
  readonly columns: readonly number[];
  readonly layout: Layout;
  readonly palette: Palette;
}

function tableOf(section: Section, { columns, layout, palette }: TableParts): string {
  const { rows, isLettered } = section;
  const shown = columns.flatMap((index) => section.columns.slice(index, index + 1));
  const letter = (text: string): string[] => (isLettered ? [text] : []);
  const cells = (row: Row): string[] => [
    ...letter(row.group ?? ""),
    row.role === "reference" ? palette.faint(row.label) : row.label,
    ...columns.map((at, place) => {
      const text = cellText(section.columns[at], row.cells[at], layout, palette);
      const isBest = place === 0 && at === 0 && isLettered && row.group?.startsWith("a") === true;
      return isBest ? text.replace(/^\S+/u, palette.strong) : text;
    }),
  ];
  const roles = [...new Set(rows.map(({ role }) => role))];
  const labels = [...letter("group"), ""];
  return renderTable({
    head: [...labels, ...shown.map((column) => headOf(column, palette))],
    sections: roles.map((role) => rows.filter((row) => row.role === role).map(cells)),
    alignments: [...labels.map(() => "left" as const), ...shown.map(() => "right" as const)],
  });
}

function headOf({ head, problems }: Column, { faint }: Palette): string {
  return [...head, ...(problems === null ? [] : [faint(`n ${problems}`)])].join("\n");
}

function cellText(
  column: Column | undefined,
  cell: Cell | undefined,
  layout: Layout,
  { faint }: Palette,
): string {
  if (column === undefined) return NO_FIGURE;
  const value = cellValue(column.unit, cell);
  const interval = cellInterval(column.unit, cell, layout === "tight" ? 0 : 1);
  const size = cellSize(cell);
  switch (layout) {
    case "line": {
      const rest = [interval === "" ? "" : `[${interval}]`, size].filter((text) => text !== "");
      return [value, ...rest.map(faint)].join(" ");
    }
    case "stacked":
    case "tight":
      return [value, ...[interval, size].filter((text) => text !== "").map(faint)].join("\n");
  }
}
