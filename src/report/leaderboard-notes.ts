import { PUBLISHED_SHARE } from "../scoring/index.ts";
import { counted } from "./figures.ts";
import { leftOutNotes, toldReasons } from "./left-out-notes.ts";
import { isMeasured, leftOutOf, missesOf, showsError } from "./leaderboard.ts";
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

/** What stands in the place of the rates where no item was scored by the board's metric. */
export function notMeasuredLine({ metric }: Leaderboard): string {
  const isPublished = Object.values<string>(PUBLISHED_SHARE).includes(metric);
  return isPublished
    ? "No rates by the published metric: no item was scored by it. `findbench score RUN --metrics published` adds it."
    : `No rates by ${metric}: no item was scored by it.`;
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
    ...(isMeasured(board) ? missNotes(board) : []),
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
export function showsGroups(board: Leaderboard): boolean {
  return (
    isMeasured(board) &&
    board.rows.filter(({ role, items }) => role === "contestant" && items > 0).length > 1
  );
}

function missNotes({ rows }: Leaderboard): string[] {
  const counted = rows.map((row) => toldReasons(row.interpreter, row.items, missesOf(row)));
  const parts = counted.filter((part) => part !== null);
  return [
    ...(parts.length === 0 ? [] : [`Unscored, counted as not passed: ${parts.join("; ")}.`]),
    ...leftOutNotes(
      rows.map((row) => ({ name: row.interpreter, items: row.items, reasons: leftOutOf(row) })),
    ),
    ...(rows.some(nothingScored)
      ? [`${NOTHING_SCORED} nothing of this row could be scored: it is not compared.`]
      : []),
  ];
}

function nothingScored(row: LeaderboardRow): boolean {
  return row.items > 0 && row.scored === 0;
}

function sizeNote(board: Leaderboard): string {
  const { subsets, run } = board;
  const tried = run.epochs > 1 ? `, each tried ${counted(run.epochs, "time")}` : "";
  const overlap = subsets.length > 1 ? "; subsets overlap" : "";
  const shares =
    run.epochs > 1 ? "bootstrap over problems" : "Wilson's for shares, bootstrap for medians";
  return `n: problems${tried}${overlap}. Intervals: ${shares}.${showsError(board) ? " Median NMSE: over scored items only." : ""}`;
}
