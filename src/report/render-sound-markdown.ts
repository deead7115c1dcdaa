import { countFigure, errorFigure, NO_FIGURE } from "./figures.ts";
import { renderMarkdownTable } from "./markdown-table.ts";
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

/** The sound tables as Markdown: one per question, error against length, remarks as a list. */
export function renderSoundMarkdown(table: SoundTable): string {
  const partial = soundPartialLine(table);
  const list = (notes: readonly string[]): string[] => [
    ...notes.map((note) => `- ${note.replaceAll("*", "\\*").replaceAll("<", "\\<")}`),
    "",
  ];
  return [
    ...(partial === null ? [] : [`**${partial}**`, ""]),
    ...table.sections.flatMap((section, index) => [
      `**${section.title}**`,
      "",
      sectionTable(section, index === 0 && showsLetters(table)),
      "",
      ...list(sectionNotes(table, section)),
    ]),
    ...(table.front.length === 0
      ? []
      : [`**${FRONT_TITLE}**`, "", frontTable(table), "", ...list([FRONT_NOTE])]),
    ...list(soundNotes(table)),
  ].join("\n");
}

function sectionTable({ columns, rows }: SoundSection, letters: boolean): string {
  return renderMarkdownTable(
    ["interpreter", ...(letters ? ["group"] : []), ...columns.map(headOf)],
    rows.map(({ interpreter, role, group, cells }) => [
      label(interpreter, role),
      ...(letters ? [group ?? ""] : []),
      ...columns.map((column, index) => cellText(column, cells[index])),
    ]),
  );
}

function headOf({ head, problems }: SoundColumn): string {
  return `${head.join(" ")} (n ${problems})`;
}

function cellText({ metric }: SoundColumn, cell: SoundCell | undefined): string {
  if (cell === undefined) return NO_FIGURE;
  const interval = cellInterval(metric, cell);
  const parts = [cellValue(metric, cell), interval === "" ? "" : `[${interval}]`, cellSize(cell)];
  return parts.filter((part) => part !== "").join(" ");
}

function frontTable({ front }: SoundTable): string {
  return renderMarkdownTable(
    ["interpreter", "length", "error", "front"],
    front.map(({ interpreter, role, length, error, onFront }) => [
      label(interpreter, role),
      length === null ? NO_FIGURE : countFigure(length),
      error === null ? NO_FIGURE : errorFigure(error),
      onFront ? "*" : "",
    ]),
  );
}

function label(interpreter: string, role: "contestant" | "reference"): string {
  return role === "reference" ? `${interpreter} (reference)` : interpreter;
}
