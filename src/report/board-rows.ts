import { rowLabel } from "./leaderboard-notes.ts";
import type { Leaderboard, LeaderboardRow } from "./leaderboard.ts";
import type { Palette } from "./palette.ts";

/** The rows of a board as table sections: contestants, then references. */
export function sectionsOf(
  { rows }: Leaderboard,
  cellsOf: (row: LeaderboardRow) => string[],
): string[][][] {
  const roles = ["contestant", "reference"] as const;
  return roles
    .map((role) => rows.filter((row) => row.role === role).map(cellsOf))
    .filter((section) => section.length > 0);
}

/** The name of a row, references set apart. */
export function nameOf(row: LeaderboardRow, board: Leaderboard, palette: Palette): string {
  const label = rowLabel(row, board);
  switch (row.role) {
    case "contestant":
      return label;
    case "reference":
      return palette.faint(label);
  }
}
