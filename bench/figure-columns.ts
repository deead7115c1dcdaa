import type { Estimate } from "../src/contract/index.ts";
import type { RunReport } from "../src/report/index.ts";
import type { FigureColumn, FigureRow } from "./draw-figures.ts";

type Cell = Pick<Estimate, "value" | "low" | "high" | "n">;

/** The figures of a row, in their order, and how each is written. */
export const columns: readonly FigureColumn[] = [
  { head: "passed", note: "NMSE < 0.1, as published", unit: "share", drawn: true },
  { head: "agreement inside", note: "within 1 %, in the domain", unit: "share", drawn: true },
  { head: "agreement outside", note: "within 1 %, beyond it", unit: "share", drawn: true },
  { head: "form", note: "of the law, where learned", unit: "share", drawn: true },
  { head: "law", note: "where learned", unit: "share", drawn: false },
  { head: "median error", note: "1 − R²", unit: "number", drawn: false },
  { head: "median length", note: "of its code", unit: "number", drawn: false },
];

const sound = [
  ["agreement", "rate"],
  ["extrapolation", "rate"],
  ["form", "rate"],
  ["network.law", "rate"],
  ["error", "median"],
  ["length", "median"],
] as const;

/** One interpreter's figures in a report of numeric functions, in the order of `columns`. */
export function figureRow({ categories: [numeric] }: RunReport, id: string): FigureRow {
  const sections = numeric?.sections ?? [];
  const figure = (metric: string, statistic: string): Cell | null => {
    for (const { columns: keys, rows } of sections) {
      const at = keys.findIndex(
        (key) => key.metric === metric && key.statistic === statistic && key.subset === "all",
      );
      const cell = rows.find(({ name }) => name === id)?.cells[at];
      if (cell?.kind === "figure") return cell.estimate;
    }
    return null;
  };
  const effort = sections.find(({ name }) => name === "effort");
  const at = effort?.columns.findIndex(({ head }) => head.join(" ") === "queries") ?? -1;
  const queries = effort?.rows.find(({ name }) => name === id)?.cells[at];
  return {
    name: id,
    queries: id.startsWith("answers:")
      ? null
      : queries?.kind === "number"
        ? (queries.value ?? 0)
        : 0,
    cells: [
      figure("nmse<0.1", "rate"),
      ...sound.map(([metric, statistic]) => figure(metric, statistic)),
    ],
  };
}

/** A row of a Markdown table. */
export function markdownRow({ name, queries, cells }: FigureRow): string {
  const told = cells.map((cell, i) => (cell === null ? "–" : written(cell, columns[i]?.unit)));
  return `| ${name} | ${queries ?? "–"} | ${told.join(" | ")} |`;
}

function written({ value, low, high, n }: Cell, unit: FigureColumn["unit"] | undefined): string {
  const as = (figure: number): string =>
    unit === "share" ? (100 * figure).toFixed(1) : String(Number(figure.toPrecision(3)));
  return `${as(value)} [${as(low)}–${as(high)}] n ${n}`;
}
