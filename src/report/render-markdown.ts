import { cellInterval, cellSize, cellValue } from "./cell-figures.ts";
import type { Document, DocumentPart } from "./document.ts";
import { renderMarkdownTable } from "./markdown-table.ts";
import type { Section } from "./section.ts";

/** A document as Markdown: a heading, tables and a list of remarks for each part. */
export function renderMarkdown({ parts }: Document): string {
  return `${parts.map(renderPart).join("\n\n")}\n`;
}

function renderPart({ heading, alarms, paragraphs, sections, notes }: DocumentPart): string {
  return [
    ...alarms.map((line) => `**${escaped(line)}**`),
    ...(heading === null ? [] : [`## ${escaped(heading)}`]),
    ...paragraphs.map(escaped),
    ...sections.flatMap((section) => [
      `**${escaped(section.title)}**`,
      sectionTable(section),
      ...list(section.notes),
    ]),
    ...list(notes),
  ].join("\n\n");
}

function list(notes: readonly string[]): string[] {
  return notes.length === 0 ? [] : [notes.map((note) => `- ${escaped(note)}`).join("\n")];
}

function sectionTable({ columns, rows, isLettered }: Section): string {
  const heads = columns.map(({ head, problems }) =>
    problems === null ? head.join(" ") : `${head.join(" ")} (n ${problems})`,
  );
  return renderMarkdownTable(
    ["", ...(isLettered ? ["group"] : []), ...heads],
    rows.map(({ label, role, group, cells }) => [
      role === "reference" ? `${label} (reference)` : label,
      ...(isLettered ? [group ?? ""] : []),
      ...columns.map(({ unit }, index) => {
        const cell = cells[index];
        const interval = cellInterval(unit, cell);
        const parts = [cellValue(unit, cell), interval === "" ? "" : `[${interval}]`];
        return [...parts, cellSize(cell)].filter((text) => text !== "").join(" ");
      }),
    ]),
  );
}

function escaped(text: string): string {
  return text.replaceAll(/[\\*_<`]/gu, "\\$&");
}
