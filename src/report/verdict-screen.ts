import { cellInterval, cellValue } from "./cell-figures.ts";
import type { DocumentPart } from "./document.ts";
import type { Palette } from "./palette.ts";
import type { Row, Section } from "./section.ts";
import { renderTable, wrapped } from "./text-table.ts";

/** Lines that a verdict on one or two categories may take, to be seen at once with a prompt below. */
const MOST_LINES = 24;
/** Lines for each category where there are more: a table of three methods with its sentence. */
const CATEGORY_LINES = 9;
/** Wider than this, sentences are hard to read. */
const WIDEST = 100;

interface Room {
  /** Methods in each table; the others in a line. */
  readonly rows: number;
  /** Lines of each sentence. */
  readonly lines: number;
  /** Sentences of each category. */
  readonly sentences: number;
}

/** From roomy to tight. */
const ROOMS: readonly Room[] = [
  ...[8, 6, 5, 4, 3].map((rows) => ({ rows, lines: 3, sentences: 6 })),
  ...[4, 3, 2].map((rows) => ({ rows, lines: 2, sentences: 4 })),
  ...[3, 2].map((rows) => ({ rows, lines: 2, sentences: 3 })),
  ...[3, 2, 1].map((rows) => ({ rows, lines: 1, sentences: 3 })),
  ...[2, 1].map((rows) => ({ rows, lines: 1, sentences: 2 })),
  { rows: 1, lines: 1, sentences: 1 },
  { rows: 0, lines: 1, sentences: 1 },
];

/** The verdict on a run on one screen: as much of it as fits. */
export function verdictScreen(
  parts: readonly DocumentPart[],
  width: number,
  palette: Palette,
): string {
  const options = { width: Math.min(width, WIDEST), palette };
  const screens = ROOMS.map((room) => parts.map((part) => partLines(part, room, options)).flat());
  const tables = parts.filter(({ sections }) => sections.length > 0).length;
  const most = Math.max(MOST_LINES, CATEGORY_LINES * tables);
  const fits = screens.find((lines) => lines.length <= most);
  if (fits !== undefined) return fits.join("\n");
  const tightest = screens.at(-1) ?? [];
  return [...tightest.slice(0, most - 1), "… more than fits here: --full"].join("\n");
}

interface Options {
  readonly width: number;
  readonly palette: Palette;
}

function partLines(
  { heading, alarms, paragraphs, sections, notes }: DocumentPart,
  { rows, lines, sentences }: Room,
  { width, palette }: Options,
): string[] {
  const clipped = (text: string): string[] => {
    const all = wrapped(text, width, "  ").split("\n");
    if (all.length <= lines) return all;
    return [...all.slice(0, lines - 1), shortened(all[lines - 1] ?? "", width)];
  };
  return [
    ...alarms.flatMap((line) => clipped(line).map(palette.alarm)),
    ...(heading === null ? [] : [palette.strong(heading.slice(0, width))]),
    ...(rows === 0 ? [] : sections.flatMap((one) => summaryLines(one, rows, { width, palette }))),
    ...paragraphs.slice(0, sentences).flatMap(clipped),
    ...notes.flatMap(clipped),
  ];
}

/** A line that goes on elsewhere: without half a word, or half a clause that announces what is cut. */
function shortened(line: string, width: number): string {
  const room = width - 2;
  const whole = line.length <= room ? line : line.slice(0, line.lastIndexOf(" ", room));
  return `${whole.replace(/; [^;]*:$/u, "").trimEnd()} …`;
}

/** A summary's table, one line a row: the first column with its interval, the others without. */
function summaryLines(section: Section, most: number, { width, palette }: Options): string[] {
  const contestants = section.rows.filter(({ role }) => role === "contestant");
  const references = section.rows.filter(({ role }) => role === "reference");
  const rest = contestants.slice(most);
  const columns = fitting(section, width);
  const shown = [...contestants.slice(0, most), ...references];
  const table = renderTable({
    head: ["", "", ...columns.map((at) => section.columns[at]?.head.join(" ") ?? "")],
    sections: [shown.map((row) => rowCells(section, row, columns, palette))],
    alignments: ["left", "left", ...columns.map(() => "right" as const)],
  })
    .split("\n")
    .filter((line) => !/^─+$/u.test(line));
  const others = restLine(section, rest);
  return others === null ? table : [...table, wrapped(others, width, "  ").split("\n")[0] ?? ""];
}

/** As many columns as fit beside each other, from the first on. */
function fitting({ columns, rows }: Section, width: number): readonly number[] {
  let left = width - 6 - Math.max(...rows.map(({ name }) => name.length));
  return [...columns.keys()].filter((at) => {
    const cells = rows.map(({ cells }) => cellValue("percent", cells[at]).length);
    const head = columns[at]?.head.join(" ").length ?? 0;
    left -= 2 + Math.max(at === 0 ? 18 : 0, head, ...cells);
    return left >= 0 || at === 0;
  });
}

function rowCells(
  { columns }: Section,
  { name, role, group, cells }: Row,
  shown: readonly number[],
  palette: Palette,
): string[] {
  return [
    group ?? "",
    role === "reference" ? palette.faint(name) : name,
    ...shown.map((at) => {
      const unit = columns[at]?.unit ?? "percent";
      const value = cellValue(unit, cells[at]);
      const interval = at === 0 ? cellInterval(unit, cells[at]) : "";
      return interval === "" ? value : `${value} ${palette.faint(`[${interval}]`)}`;
    }),
  ];
}

/** Where the rest stands, in a line; `null` where all are shown. */
function restLine({ columns }: Section, rest: readonly Row[]): string | null {
  const [first, last] = [rest[0], rest.at(-1)];
  if (first === undefined || last === undefined) return null;
  const unit = columns[0]?.unit ?? "percent";
  const figure = ({ name, cells }: Row): string => `${name} ${cellValue(unit, cells[0])}`;
  return rest.length === 1
    ? `and ${figure(first)}`
    : `and ${rest.length} more, from ${figure(first)} to ${figure(last)}`;
}
