import type { Estimate, Outcome, RunInterpreter, RunManifest, Usage } from "../contract/index.ts";
import {
  groups,
  hasFigure,
  meanUsage,
  medianOf,
  PUBLISHED_SHARE,
  settled,
  successRate,
} from "../scoring/index.ts";
import type { Misses, SuccessRate } from "../scoring/index.ts";
import { progressOf, runIdentity } from "./run-identity.ts";
import type { Progress, RunIdentity } from "./run-identity.ts";
import { rowModel } from "./row-model.ts";
import type { RowModel } from "./row-model.ts";
import { subsetsOf, within } from "./subsets.ts";
import type { Subset } from "./subsets.ts";

/** The metric that a leaderboard ranks by unless told otherwise. */
const DEFAULT_METRIC = PUBLISHED_SHARE.numeric;

/** The error whose median stands beside the rates. */
const ERROR_METRIC = "nmse";

/** Interpreters of one run, ranked, as plain data. */
export interface Leaderboard {
  readonly format: "findbench-leaderboard";
  readonly version: 1;
  /** What the rates are rates of. */
  readonly metric: string;
  readonly run: RunIdentity;
  /** `null` where the run is complete. */
  readonly partial: Progress | null;
  /** Columns; `all` first. */
  readonly subsets: readonly Subset[];
  /** Contestants, best first, then the run's own rows, best first. */
  readonly rows: readonly LeaderboardRow[];
}

/** One interpreter on a leaderboard. */
export interface LeaderboardRow {
  readonly interpreter: string;
  readonly role: RunInterpreter["role"];
  /**
   * Contestants that share a letter cannot be told apart on `all`; `null` for references, and for rows
   * of which nothing was scored: they are not compared.
   */
  readonly group: string | null;
  /** One per subset, in their order. */
  readonly cells: readonly LeaderboardCell[];
  /** Median error over the scored items; `null` where none was scored. */
  readonly error: Estimate | null;
  /** What an item cost on average; `null` without items. */
  readonly usage: Usage | null;
  /** What a language model was asked for all items; `null` where none was. */
  readonly model: RowModel | null;
  /** Items done, those among them that ended in a fault, and those with a figure by the metric. */
  readonly items: number;
  readonly failed: number;
  readonly scored: number;
}

/** Whether a leaderboard has an error to show: one by another metric than the published has none. */
export function showsError(board: Leaderboard): boolean {
  return board.metric !== PUBLISHED_SHARE.strings && isMeasured(board);
}

/** Whether there are rates to show: not where items are done and none was scored by the metric. */
export function isMeasured({ rows }: Leaderboard): boolean {
  const count = (reasons: Misses | undefined, reason: string): number => reasons?.[reason] ?? 0;
  const lacking = ({ cells: [all] }: LeaderboardRow): number => count(all?.leftOut, "not-measured");
  const done = rows.filter(({ items }) => items > 0);
  const isLacking = (row: LeaderboardRow): boolean =>
    lacking(row) + count(row.cells[0]?.unscored, "failed") === row.items;
  return !done.some((row) => lacking(row) > 0) || !done.every(isLacking);
}

/** The rate of one interpreter on one subset. */
export interface LeaderboardCell extends SuccessRate {
  readonly subset: string;
}

/** What a leaderboard may be asked for. */
export interface LeaderboardOptions {
  /** A metric of values from 0 to 1; `nmse<0.1` by default. */
  readonly metric?: string;
}

/** Ranks the interpreters of a run; expects one outcome per item, as `lastOutcomes` gives them. */
export function leaderboard(
  manifest: RunManifest,
  given: readonly Outcome[],
  { metric = DEFAULT_METRIC }: LeaderboardOptions = {},
): Leaderboard {
  const outcomes = settled(given);
  const subsets = subsetsOf(manifest, outcomes);
  const rows = manifest.interpreters.map((interpreter) => {
    const own = outcomes.filter(({ item }) => item.interpreter === interpreter.id);
    return { own, row: rowOf(interpreter, own, { manifest, subsets, metric }) };
  });
  const ranked = (role: RunInterpreter["role"]): typeof rows =>
    rows
      .filter(({ row }) => row.role === role)
      .sort((a, b) => rateOnAll(b.row) - rateOnAll(a.row) || byName(a.row, b.row));
  const contestants = ranked("contestant");
  const letters = groups(
    contestants.map(({ row, own }) => ({ interpreter: row.interpreter, outcomes: own })),
    metric,
  );
  return {
    format: "findbench-leaderboard",
    version: 1,
    metric,
    run: runIdentity(manifest),
    partial: progressOf(manifest, outcomes.length),
    subsets,
    rows: [
      ...contestants.map(({ row }, index) => ({ ...row, group: letters[index] ?? null })),
      ...ranked("reference").map(({ row }) => row),
    ],
  };
}

interface BoardParts {
  readonly manifest: RunManifest;
  readonly subsets: readonly Subset[];
  readonly metric: string;
}

function rowOf(
  { id, role, configuration }: RunInterpreter,
  own: readonly Outcome[],
  { manifest, subsets, metric }: BoardParts,
): LeaderboardRow {
  return {
    interpreter: id,
    role,
    group: null,
    cells: subsets.map(({ name }) => ({
      subset: name,
      ...successRate(within(name, manifest, own), metric),
    })),
    error: medianOf(own, ERROR_METRIC),
    usage: meanUsage(own),
    model: rowModel(configuration, own),
    items: own.length,
    failed: own.filter(({ status }) => status === "failed").length,
    scored: own.filter((outcome) => hasFigure([outcome], metric)).length,
  };
}

/** Interpreters of which nothing was scored come last. */
function rateOnAll(row: LeaderboardRow): number {
  return row.scored === 0 ? -1 : (row.cells[0]?.estimate?.value ?? -1);
}

function byName(a: LeaderboardRow, b: LeaderboardRow): number {
  return a.interpreter < b.interpreter ? -1 : 1;
}

/** Reasons of the method's for which items of a row have no figure on `all`, the most frequent first. */
export function missesOf(row: LeaderboardRow): ReasonCount[] {
  return byFrequency(row.cells[0]?.unscored ?? {});
}

/** Reasons of ours for which items of a row count nowhere on `all`, the most frequent first. */
export function leftOutOf(row: LeaderboardRow): ReasonCount[] {
  return byFrequency(row.cells[0]?.leftOut ?? {});
}

/** How often a reason came. */
export interface ReasonCount {
  readonly reason: string;
  readonly count: number;
}

/** Reasons with their counts, the most frequent first. */
export function byFrequency(misses: Misses): ReasonCount[] {
  return Object.entries(misses)
    .map(([reason, count]) => ({ reason, count }))
    .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
}
