import type { Estimate } from "../src/contract/index.ts";

/** A figure that every row has. */
export interface FigureColumn {
  readonly head: string;
  /** What the head means, in a few words. */
  readonly note: string;
  /** Shares are from 0 to 1, and told in %. */
  readonly unit: "share" | "number";
  /** Whether the picture shows it, which takes shares only. */
  readonly drawn: boolean;
}

/** One interpreter's figures; `null` where there is none. */
export interface FigureRow {
  readonly name: string;
  /** What it spent; `null` where that is not on record. */
  readonly queries: number | null;
  readonly cells: readonly (Estimate | null)[];
}

const FAMILY = "ui-sans-serif, system-ui, sans-serif";
const LABELS = 168;
const PANEL = 172;
const BAR = 108;
const TOP = 72;
const STEP = 34;
const INK = "#1f2328";
const FAINT = "#57606a";

/** Shares as bars with their 95 % intervals, a panel for each column, as an SVG picture. */
export function drawFigures(columns: readonly FigureColumn[], rows: readonly FigureRow[]): string {
  const shown = [...columns.entries()].filter(([, { drawn }]) => drawn);
  const width = LABELS + shown.length * PANEL + 12;
  const height = TOP + rows.length * STEP + 34;
  const panels = shown.map(([index, column], at) => {
    const cells = rows.map((row) => ({ row, cell: row.cells[index] ?? null }));
    const n = cells.find(({ cell }) => cell !== null)?.cell?.n ?? 0;
    const x = LABELS + at * PANEL;
    const bars = cells.map(({ row, cell }, i) => drawBar(cell, row, TOP + i * STEP));
    return `<g transform="translate(${x} 0)">${drawHead(column, n)}${bars.join("")}</g>`;
  });
  const names = rows.map((row, i) => drawName(row, TOP + i * STEP));
  const foot = `<text x="12" y="${height - 12}" font-size="12" fill="${FAINT}">In %, with 95 % intervals, on released functions that networks serve. The oracle knows the network, not the law it learned.</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="${FAMILY}" role="img" aria-label="GPT-4 beside a lookup table, the truth and a blind answer"><rect width="${width}" height="${height}" fill="#ffffff"/>${names.join("")}${panels.join("")}${foot}</svg>\n`;
}

function drawHead({ head, note }: FigureColumn, n: number): string {
  return `<text y="24" font-size="13" font-weight="600" fill="${INK}">${escaped(head)}</text><text y="41" font-size="11" fill="${FAINT}">${escaped(note)}</text><text y="56" font-size="11" fill="${FAINT}">n ${n}</text>`;
}

function drawName({ name, queries }: FigureRow, y: number): string {
  const spent = queries === null || queries === 0 ? "" : `, ${queries} queries`;
  const weight = name.startsWith("answers:") ? "600" : "400";
  return `<text x="12" y="${y + 17}" font-size="13" font-weight="${weight}" fill="${INK}">${escaped(name.replace("answers:", ""))}${spent}</text>`;
}

function drawBar(cell: Estimate | null, { name }: FigureRow, y: number): string {
  const track = `<rect y="${y + 4}" width="${BAR}" height="18" fill="#f6f8fa"/>`;
  if (cell === null) return `${track}<text x="6" y="${y + 17}" font-size="12">–</text>`;
  const [at, low, high] = [cell.value, cell.low, cell.high].map((share) =>
    (BAR * share).toFixed(1),
  );
  const whisker = `<path d="M${low} ${y + 13}H${high}M${low} ${y + 9}V${y + 17}M${high} ${y + 9}V${y + 17}" stroke="${INK}" fill="none"/>`;
  const value = `<text x="${BAR + 8}" y="${y + 18}" font-size="13" fill="${INK}">${(100 * cell.value).toFixed(1)}</text>`;
  return `${track}<rect y="${y + 4}" width="${at}" height="18" fill="${colourOf(name)}"/>${whisker}${value}`;
}

function colourOf(name: string): string {
  if (name.startsWith("answers:")) return "#fb8f44";
  return name === "lookup" ? "#54aeff" : "#d0d7de";
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
