import type { Estimate } from "../contract/index.ts";
import { nameOf, sectionsOf } from "./board-rows.ts";
import { NO_FIGURE, percent, range } from "./figures.ts";
import { fitColumns } from "./fit-columns.ts";
import type { Layout } from "./fit-columns.ts";
import { showsGroups } from "./leaderboard-notes.ts";
import type { Leaderboard, LeaderboardRow } from "./leaderboard.ts";
import type { Palette } from "./palette.ts";
import { renderTable } from "./text-table.ts";

interface TableParts {
  /** Subsets to show, by position. */
  readonly columns: readonly number[];
  readonly layout: Layout;
  readonly palette: Palette;
}

/** The rates by subset, as roomy as the width allows. */
export function rateTables(board: Leaderboard, width: number, palette: Palette): string {
  return fitColumns(board.subsets.length, width, (columns, layout) =>
    rateTable(board, { columns, layout, palette }),
  );
}

function rateTable(board: Leaderboard, { columns, layout, palette }: TableParts): string {
  const grouped = showsGroups(board);
  const group = (text: string): string[] => (grouped ? [text] : []);
  const share = (row: LeaderboardRow, column: number): string => {
    const text = shareCell(row.cells[column]?.estimate ?? null, layout, palette);
    return column === 0 && isBest(row) ? strongFirst(text, palette) : text;
  };
  return renderTable({
    head: [...group("group"), "", ...columns.map((column) => headOf(board, column, palette))],
    sections: sectionsOf(board, (row) => [
      ...group(row.group ?? ""),
      nameOf(row, board, palette),
      ...columns.map((column) => share(row, column)),
    ]),
    alignments: [
      ...group("").map(() => "left" as const),
      "left",
      ...columns.map(() => "right" as const),
    ],
  });
}

function headOf({ subsets }: Leaderboard, column: number, palette: Palette): string {
  const subset = subsets[column];
  return subset === undefined ? "" : `${subset.name}\n${palette.faint(`n ${subset.problems}`)}`;
}

function shareCell(estimate: Estimate | null, layout: Layout, { faint }: Palette): string {
  if (estimate === null) return NO_FIGURE;
  const value = percent(estimate.value, 1);
  const interval = (decimals: number): string => range(estimate, (end) => percent(end, decimals));
  switch (layout) {
    case "line":
      return `${value} ${faint(`[${interval(1)}]`)}`;
    case "stacked":
      return `${value}\n${faint(interval(1))}`;
    case "tight":
      return `${value}\n${faint(interval(0))}`;
  }
}

/** Whether no other contestant can be told to be better. */
function isBest({ group }: LeaderboardRow): boolean {
  return group?.startsWith("a") === true;
}

function strongFirst(cell: string, { strong }: Palette): string {
  return cell.replace(/^\S+/, strong);
}
