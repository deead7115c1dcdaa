import { counted } from "./figures.ts";
import { missesOf, showsError } from "./leaderboard.ts";
import type { Leaderboard, LeaderboardRow } from "./leaderboard.ts";
import { metricTitle } from "./metric-title.ts";
import { modelNote } from "./row-model.ts";
import { itemsPerInterpreter, repeatFacts } from "./run-identity.ts";

/** Marks a row of which nothing could be scored. */
const NOTHING_SCORED = "*";

const REFERENCES: { readonly [interpreter: string]: string } = {
  oracle:
    "answers with the true law, its region, the replacement and the mean of the noise, or with a user's own file itself: the ceiling, since what the oracle misses is chance in the test itself",
  chance:
    "answers with the law of another problem, without having asked anything: what guessing is worth",
};

/** The first line: what is measured. */
export function boardTitle(board: Leaderboard): string {
  return `${metricTitle(board.metric)}, with 95 % intervals`;
}

/** The line that goes before everything else while a run is unfinished. */
export function partialLine({ partial }: Leaderboard): string | null {
  if (partial === null) return null;
  const { done, expected } = partial;
  return `PARTIAL: ${done} of ${expected} items are done; every figure may still change.`;
}

/** The name of a row, with what a reader must know before comparing it. */
export function rowLabel(row: LeaderboardRow, board: Leaderboard): string {
  const expected = itemsPerInterpreter(board.run);
  const progress = row.items < expected ? ` (${row.items} of ${expected})` : "";
  return `${row.interpreter}${nothingScored(row) ? ` ${NOTHING_SCORED}` : ""}${progress}`;
}

/** Everything below the tables, one remark a line, the way to repeat the run last. */
export function boardNotes(board: Leaderboard): string[] {
  return [
    ...missNotes(board),
    ...(showsGroups(board)
      ? [
          "group: contestants that share a letter cannot be told apart on all problems (paired McNemar tests, Holm-corrected, 5 %).",
        ]
      : []),
    ...board.rows.flatMap(({ interpreter, role, items }) => {
      const note = role === "reference" && items > 0 ? REFERENCES[interpreter] : undefined;
      return note === undefined ? [] : [`${interpreter}: ${note}.`];
    }),
    ...board.rows.flatMap(({ interpreter, model }) =>
      model === null ? [] : [`${modelNote(interpreter, model)}.`],
    ),
    sizeNote(board),
    `Repeat with: ${repeatFacts(board.run).join("; ")}.`,
  ];
}

/** Whether there are contestants to be told apart. */
export function showsGroups({ rows }: Leaderboard): boolean {
  return rows.filter(({ role, items }) => role === "contestant" && items > 0).length > 1;
}

function missNotes({ rows }: Leaderboard): string[] {
  const parts = rows.flatMap((row) => {
    const misses = missesOf(row);
    if (misses.length === 0) return [];
    const total = misses.reduce((sum, { count }) => sum + count, 0);
    const reasons = misses.map(({ reason, count }) => `${reason} ${count}`).join(", ");
    return [`${row.interpreter} ${total} of ${row.items} (${reasons})`];
  });
  if (parts.length === 0) return [];
  return [
    `Unscored, counted as not passed: ${parts.join("; ")}.`,
    ...(rows.some(nothingScored)
      ? [
          `${NOTHING_SCORED} nothing of this row could be scored: its 0 says nothing about the method.`,
        ]
      : []),
  ];
}

function nothingScored(row: LeaderboardRow): boolean {
  const missed = missesOf(row).reduce((sum, { count }) => sum + count, 0);
  return row.items > 0 && missed === row.items;
}

function sizeNote(board: Leaderboard): string {
  const { subsets, run } = board;
  const tried = run.epochs > 1 ? `, each tried ${counted(run.epochs, "time")}` : "";
  const overlap = subsets.length > 1 ? "; subsets overlap" : "";
  const shares =
    run.epochs > 1 ? "bootstrap over problems" : "Wilson's for shares, bootstrap for medians";
  return `n: problems${tried}${overlap}. Intervals: ${shares}.${showsError(board) ? " Median NMSE: over scored items only." : ""}`;
}
