import { cellInterval, cellValue } from "./cell-figures.ts";
import type { Document, DocumentPart } from "./document.ts";
import type { Cell, Column, Row, Section } from "./section.ts";

/**
 * A document's tables for LaTeX with the package booktabs, each no wider than a column of a paper: the
 * interval stands above and below the line, and what is too wide goes on in another table.
 */
export function renderLatex({ parts }: Document): string {
  const tables = parts.flatMap((one) => one.sections.flatMap((section) => tablesOf(one, section)));
  return `${["% Needs \\usepackage{booktabs}.", ...tables].join("\n\n")}\n`;
}

/** Widths in digits of \footnotesize; a paper's column of 84 mm has about 56. */
const COLUMN_WIDTH = 52;
const GAP = 2;

function tablesOf(one: DocumentPart, section: Section): string[] {
  const first =
    Math.max(...section.rows.map(({ label }) => label.length)) + (section.isLettered ? 3 : 0);
  const blocks: number[][] = [];
  let used = Infinity;
  for (const [index, column] of section.columns.entries()) {
    const width = GAP + columnWidth(column, section.rows, index);
    if (used + width > COLUMN_WIDTH) {
      blocks.push([]);
      used = first;
    }
    blocks.at(-1)?.push(index);
    used += width;
  }
  return blocks.map((columns, block) => tableOf(one, section, { columns, block }));
}

function columnWidth({ head, unit }: Column, rows: readonly Row[], index: number): number {
  const cells = rows.map(({ cells }) => {
    const [low = "", high = ""] = ends(unit, cells[index]);
    // Ends are set in a script of three quarters of the size.
    return cellValue(unit, cells[index]).length + 0.75 * Math.max(low.length, high.length);
  });
  return Math.max(...cells, ...head.map((line) => line.length));
}

interface Block {
  readonly columns: readonly number[];
  readonly block: number;
}

function tableOf(one: DocumentPart, section: Section, { columns, block }: Block): string {
  const { isLettered, rows, name, title, notes } = section;
  const shown = columns.flatMap((index) => section.columns.slice(index, index + 1));
  const heads = Math.max(...shown.map(({ head }) => head.length));
  const isMeasured = shown.some(({ problems }) => problems !== null);
  const leads = isLettered ? ["", ""] : [""];
  const label = ["tab", ...one.path, name, ...(block === 0 ? [] : [`${block + 1}`])].join(":");
  const line = (cells: readonly string[]): string => `    ${cells.join(" & ")} \\\\`;
  return [
    ...(block > 0 ? [] : notes.map((note) => `% ${note.replaceAll("\n", " ")}`)),
    "\\begin{table}[t]",
    "  \\centering\\footnotesize\\setlength{\\tabcolsep}{3pt}",
    `  \\caption{${escaped(one.heading === null ? title : `${one.heading}. ${title}`)}${block === 0 ? "" : " (continued)"}.}`,
    `  \\label{${label.replaceAll(/[^A-Za-z0-9:.-]/gu, "-")}}`,
    `  \\begin{tabular}{@{}${"l".repeat(leads.length)}${"r".repeat(shown.length)}@{}}`,
    "    \\toprule",
    ...Array.from({ length: heads }, (_, at) =>
      line([...leads, ...shown.map(({ head }) => escaped(head[at - heads + head.length] ?? ""))]),
    ),
    ...(isMeasured
      ? [
          line([
            ...leads,
            ...shown.map(({ problems }) => (problems === null ? "" : `$n=${problems}$`)),
          ]),
        ]
      : []),
    "    \\midrule",
    ...rows.flatMap((row, index) => [
      ...(index > 0 && rows[index - 1]?.role !== row.role ? ["    \\midrule"] : []),
      line([
        escaped(row.label),
        ...(isLettered ? [escaped(row.group ?? "")] : []),
        ...columns.map((at) => cellText(section.columns[at], row.cells[at])),
      ]),
    ]),
    "    \\bottomrule",
    "  \\end{tabular}",
    "\\end{table}",
  ].join("\n");
}

function cellText(column: Column | undefined, cell: Cell | undefined): string {
  if (column === undefined) return "";
  const value = cellValue(column.unit, cell);
  const [low, high] = ends(column.unit, cell);
  if (low === undefined || high === undefined) return escaped(value);
  return `$${inMath(value)}_{${inMath(low)}}^{${inMath(high)}}$`;
}

/** Both ends of a cell's interval; none where it has none. */
function ends(unit: Column["unit"], cell: Cell | undefined): string[] {
  return cellInterval(unit, cell).split(/[–…]/u).filter(Boolean);
}

function inMath(figure: string): string {
  const [digits = "", exponent] = figure.replace("−", "-").split("e");
  // In braces, so that the ends of an interval can stand above and below it.
  return exponent === undefined ? digits : `{${digits}{\\cdot}10^{${exponent}}}`;
}

const SPECIAL: { readonly [character: string]: string } = {
  "\\": "\\textbackslash{}",
  "{": "\\{",
  "}": "\\}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  "–": "--",
  "−": "$-$",
  "<": "$<$",
  ">": "$>$",
  "²": "$^2$",
  "·": "$\\cdot$",
};

/** What LaTeX would take for more than a character, made plain. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\\{}~^–−<>²·]/gu, (character) => SPECIAL[character] ?? character)
    .replaceAll(/(?<!\$)[#%&_](?!\$)/gu, "\\$&")
    .replaceAll("\n", " ");
}
