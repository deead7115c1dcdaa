import type { Estimate } from "../contract/index.ts";
import { errorRange } from "./effort-table.ts";
import { countFigure, errorFigure, NO_FIGURE, percent, range } from "./figures.ts";
import {
  boardNotes,
  boardTitle,
  notMeasuredLine,
  partialLine,
  rowLabel,
} from "./leaderboard-notes.ts";
import { isMeasured, showsError } from "./leaderboard.ts";
import type { Leaderboard, LeaderboardRow } from "./leaderboard.ts";
import { renderMarkdownTable } from "./markdown-table.ts";

/** The leaderboard as Markdown: one table, then the remarks as a list. */
export function renderLeaderboardMarkdown(board: Leaderboard): string {
  const partial = partialLine(board);
  return [
    ...(partial === null ? [] : [`**${partial}**`, ""]),
    isMeasured(board) ? `**${boardTitle(board)}**` : notMeasuredLine(board),
    "",
    renderMarkdownTable(
      [
        "interpreter",
        ...(isMeasured(board) ? ["group"] : []),
        ...shownSubsets(board).map(({ name, problems }) => `${name} (n ${problems})`),
        ...(showsError(board) ? ["median NMSE"] : []),
        "queries",
        "rounds",
      ],
      board.rows.map((row) => cellsOf(row, board)),
    ),
    "",
    ...boardNotes(board).map((note) => `- ${note}`),
    "",
  ].join("\n");
}

function shownSubsets(board: Leaderboard): Leaderboard["subsets"] {
  return isMeasured(board) ? board.subsets : [];
}

function cellsOf(row: LeaderboardRow, board: Leaderboard): string[] {
  return [
    row.role === "reference" ? `${rowLabel(row, board)} (reference)` : rowLabel(row, board),
    ...(isMeasured(board) ? [row.group ?? ""] : []),
    ...(isMeasured(board) ? row.cells : []).map(({ estimate }) => share(estimate)),
    ...(showsError(board) ? [errorCell(row)] : []),
    row.usage === null ? NO_FIGURE : countFigure(row.usage.queries),
    row.usage === null ? NO_FIGURE : countFigure(row.usage.rounds),
  ];
}

function errorCell({ error }: LeaderboardRow): string {
  return error === null ? NO_FIGURE : `${errorFigure(error.value)} [${errorRange(error)}]`;
}

function share(estimate: Estimate | null): string {
  if (estimate === null) return NO_FIGURE;
  const figure = (value: number): string => percent(value, 1);
  return `${figure(estimate.value)} [${range(estimate, figure)}]`;
}
