import type { Estimate } from "../contract/index.ts";
import { sectionsOf } from "./board-rows.ts";
import { countFigure, errorFigure, NO_FIGURE, range } from "./figures.ts";
import { showsError } from "./leaderboard.ts";
import type { Leaderboard, LeaderboardRow } from "./leaderboard.ts";
import type { Palette } from "./palette.ts";
import { renderTable, textWidth } from "./text-table.ts";

/** Median error, where there is one, and cost per interpreter; the error's interval is left out where it does not fit. */
export function effortTable(board: Leaderboard, width: number, palette: Palette): string {
  const full = tableOf(board, true, palette);
  return textWidth(full) <= width ? full : tableOf(board, false, palette);
}

function tableOf(board: Leaderboard, intervals: boolean, palette: Palette): string {
  const interval = (text: string): string[] => (intervals ? [palette.faint(text)] : []);
  const head = [
    "",
    ...(showsError(board) ? ["median NMSE", ...interval("interval"), "scored"] : ["items"]),
    "failed",
    "queries",
    "rounds",
  ];
  const cellsOf = (row: LeaderboardRow): string[] => [
    row.role === "reference" ? palette.faint(row.interpreter) : row.interpreter,
    ...(showsError(board)
      ? [
          row.error === null ? NO_FIGURE : errorFigure(row.error.value),
          ...interval(errorRange(row.error)),
          `${row.error?.n ?? 0} of ${row.items}`,
        ]
      : [`${row.items}`]),
    `${row.failed}`,
    row.usage === null ? NO_FIGURE : countFigure(row.usage.queries),
    row.usage === null ? NO_FIGURE : countFigure(row.usage.rounds),
  ];
  return renderTable({
    head,
    sections: sectionsOf(board, cellsOf),
    alignments: head.map((_, index) => (index === 0 ? "left" : "right")),
  });
}

/** The interval of a median error; a single item has none. */
export function errorRange(error: Estimate | null): string {
  return error === null || error.n < 2 ? NO_FIGURE : range(error, errorFigure);
}
