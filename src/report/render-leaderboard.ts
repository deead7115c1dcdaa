import { effortTable } from "./effort-table.ts";
import { boardNotes, boardTitle, notMeasuredLine, partialLine } from "./leaderboard-notes.ts";
import { isMeasured } from "./leaderboard.ts";
import type { Leaderboard } from "./leaderboard.ts";
import { paletteOf } from "./palette.ts";
import { rateTables } from "./rate-tables.ts";
import type { RenderOptions } from "./render-options.ts";
import { wrapped } from "./text-table.ts";

/** The leaderboard for a terminal: rates by subset, then error and effort, then remarks. */
export function renderLeaderboard(
  board: Leaderboard,
  { width = 100, colour = false }: RenderOptions = {},
): string {
  const palette = paletteOf(colour);
  const partial = partialLine(board);
  const tables = board.rows.some(({ items }) => items > 0)
    ? [
        ...(isMeasured(board) ? [rateTables(board, width, palette), ""] : []),
        effortTable(board, width, palette),
      ]
    : ["Nothing to rank yet: no item is done."];
  return [
    ...(partial === null ? [] : [palette.alarm(wrapped(partial, width))]),
    isMeasured(board)
      ? palette.strong(wrapped(boardTitle(board), width))
      : wrapped(notMeasuredLine(board), width),
    "",
    ...tables,
    "",
    ...boardNotes(board).map((note) => wrapped(note, width, "  ")),
  ].join("\n");
}
