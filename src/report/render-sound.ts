import { fitColumns } from "./fit-columns.ts";
import type { Layout } from "./fit-columns.ts";
import { countFigure, errorFigure, NO_FIGURE } from "./figures.ts";
import { paletteOf } from "./palette.ts";
import type { Palette } from "./palette.ts";
import type { RenderOptions } from "./render-options.ts";
import { cellInterval, cellSize, cellValue } from "./sound-figures.ts";
import {
  FRONT_NOTE,
  FRONT_TITLE,
  sectionNotes,
  showsLetters,
  soundNotes,
  soundPartialLine,
} from "./sound-notes.ts";
import type { SoundCell, SoundColumn, SoundSection, SoundTable } from "./sound-table.ts";
import { renderTable, wrapped } from "./text-table.ts";

/** The sound tables for a terminal: one per question, error against length, remarks. */
export function renderSound(
  table: SoundTable,
  { width = 100, colour = false }: RenderOptions = {},
): string {
  const palette = paletteOf(colour);
  const partial = soundPartialLine(table);
  const heading = (text: string): string => palette.strong(wrapped(text, width));
  const remarks = (notes: readonly string[]): string[] =>
    notes.map((note) => wrapped(note, width, "  "));
  const letters = (section: SoundSection): boolean =>
    section === table.sections[0] && showsLetters(table);
  const sections = table.sections.flatMap((section) => [
    heading(section.title),
    "",
    fitColumns(section.columns.length, width, (columns, layout) =>
      sectionTable(section, { columns, layout, palette, letters: letters(section) }),
    ),
    "",
    ...remarks(sectionNotes(table, section)),
    "",
  ]);
  const front =
    table.front.length === 0
      ? []
      : [heading(FRONT_TITLE), "", frontTable(table, palette), "", ...remarks([FRONT_NOTE]), ""];
  return [
    ...(partial === null ? [] : [palette.alarm(wrapped(partial, width))]),
    ...sections,
    ...front,
    ...remarks(soundNotes(table)),
  ].join("\n");
}

interface SectionParts {
  /** Columns to show, by position. */
  readonly columns: readonly number[];
  readonly layout: Layout;
  readonly palette: Palette;
  /** Whether the letters of the groups are shown. */
  readonly letters: boolean;
}

function sectionTable(section: SoundSection, parts: SectionParts): string {
  const { palette, letters } = parts;
  const shown = parts.columns.flatMap((index) => {
    const column = section.columns[index];
    return column === undefined ? [] : [{ index, column }];
  });
  const group = (text: string): string[] => (letters ? [text] : []);
  const rowsOf = (role: "contestant" | "reference"): string[][] =>
    section.rows
      .filter((row) => row.role === role)
      .map(({ interpreter, group: letter, cells }) => [
        ...group(letter ?? ""),
        role === "reference" ? palette.faint(interpreter) : interpreter,
        ...shown.map(({ index, column }) => cellText(column, cells[index], parts)),
      ]);
  const labels = [...group("group"), ""];
  return renderTable({
    head: [...labels, ...shown.map(({ column }) => headOf(column, palette))],
    sections: [rowsOf("contestant"), rowsOf("reference")].filter((rows) => rows.length > 0),
    alignments: [...labels.map(() => "left" as const), ...shown.map(() => "right" as const)],
  });
}

function headOf({ head, problems }: SoundColumn, { faint }: Palette): string {
  return [...head, faint(`n ${problems}`)].join("\n");
}

function cellText(
  { metric }: SoundColumn,
  cell: SoundCell | undefined,
  { layout, palette: { faint } }: SectionParts,
): string {
  if (cell === undefined || cell.estimate === null) return NO_FIGURE;
  const value = cellValue(metric, cell);
  const interval = cellInterval(metric, cell, layout === "tight" ? 0 : 1);
  const size = cellSize(cell);
  switch (layout) {
    case "line": {
      const rest = [interval === "" ? "" : `[${interval}]`, size].filter((part) => part !== "");
      return [value, ...rest.map(faint)].join(" ");
    }
    case "stacked":
    case "tight":
      return [value, ...[interval, size].filter((part) => part !== "").map(faint)].join("\n");
  }
}

function frontTable({ front }: SoundTable, { faint, strong }: Palette): string {
  const rowsOf = (role: "contestant" | "reference"): string[][] =>
    front
      .filter((row) => row.role === role)
      .map(({ interpreter, length, error, onFront }) => [
        role === "reference" ? faint(interpreter) : interpreter,
        length === null ? NO_FIGURE : countFigure(length),
        error === null ? NO_FIGURE : errorFigure(error),
        onFront ? strong("*") : "",
      ]);
  return renderTable({
    head: ["", "length", "error", "front"],
    sections: [rowsOf("contestant"), rowsOf("reference")].filter((rows) => rows.length > 0),
    alignments: ["left", "right", "right", "left"],
  });
}
