import { mcnemar } from "../core/index.ts";
import type { Clustered } from "../core/index.ts";
import type { OutcomeTable, Part } from "./outcome-table.ts";
import { clusterMeans } from "./success-rate.ts";
import { clusteredAt, countMiss, missAt, sharesAt } from "./success.ts";
import type { Misses } from "./success.ts";

/** The items that two interpreters have both done: slots of the left table, and those of the right. */
export interface Pairs {
  readonly left: Part;
  readonly right: Part;
}

/** Items matched by suite, problem and epoch, in the order of the left side's table. */
export function pairsOf(left: Part, right: Part): Pairs {
  const isDone = new Uint8Array(right.table.problemOf.length);
  for (const slot of right.slots) isDone[slot] = 1;
  const partner = partners(left.table, right.table);
  const own = left.slots.filter((slot) => isDone[partner(slot)] === 1);
  return { left: { ...left, slots: own }, right: { ...right, slots: own.map(partner) } };
}

const known = new WeakMap<OutcomeTable, WeakMap<OutcomeTable, Int32Array>>();

/** The slot of another table that is about the same problem and epoch; −1 where there is none. */
function partners(from: OutcomeTable, to: OutcomeTable): (slot: number) => number {
  if (from === to) return (slot) => slot;
  const mine = known.get(from) ?? new WeakMap<OutcomeTable, Int32Array>();
  known.set(from, mine);
  const slots = mine.get(to) ?? slotsIn(from, to);
  mine.set(to, slots);
  return (slot) => slots[slot] ?? -1;
}

function slotsIn(from: OutcomeTable, to: OutcomeTable): Int32Array {
  const key = ({ problems, problemOf, epochOf }: OutcomeTable, slot: number): string => {
    const { suite = "", id = "" } = problems[problemOf[slot] ?? 0] ?? {};
    return `${suite}/${id}/${epochOf[slot] ?? 0}`;
  };
  const slots = new Map(Array.from(to.problemOf.keys(), (slot) => [key(to, slot), slot]));
  return Int32Array.from(from.problemOf.keys(), (slot) => slots.get(key(from, slot)) ?? -1);
}

/** Pairs that count, and how many do not because a side has no figure for a reason of ours. */
export interface SortedPairs {
  readonly counted: Pairs;
  /** Left minus right of the pairs that count, by problem. */
  readonly differences: Clustered;
  /** By reason, the left side's where both have one; each pair once. */
  readonly leftOut: Misses;
}

/** Takes apart the pairs that a metric says something about from those that it does not. */
export function sortedPairs({ left, right }: Pairs, metric: string): SortedPairs {
  const [ours, theirs] = [sharesAt(left, metric), sharesAt(right, metric)];
  const differences = ours.map((value, i) => value - (theirs[i] ?? NaN));
  const leftOut: { [reason: string]: number } = {};
  for (const [i, difference] of differences.entries()) {
    if (!Number.isNaN(difference)) continue;
    const side = Number.isNaN(ours[i]) ? left : right;
    const miss = missAt(side.row, side.row.scores.get(metric), side.slots[i] ?? 0);
    countMiss(leftOut, miss?.reason ?? "");
  }
  const isCounted = (_: number, i: number): boolean => !Number.isNaN(differences[i]);
  return {
    counted: {
      left: { ...left, slots: left.slots.filter(isCounted) },
      right: { ...right, slots: right.slots.filter(isCounted) },
    },
    differences: clusteredAt(left, differences),
    leftOut,
  };
}

/** Which side does better on how many problems. */
export interface Tally {
  /** Problems on which the left side does better over its repeats, worse, and just as well. */
  readonly wins: number;
  readonly losses: number;
  readonly ties: number;
  /** Exact two-sided McNemar test of wins against losses; 1 without problems. */
  readonly p: number;
}

/** Counts problems, not repeats, so that the test stays exact over several epochs. */
export function tallyOf({ values, ends }: Clustered, better: "higher" | "lower" = "higher"): Tally {
  const means = clusterMeans(values, ends);
  let [above, below] = [0, 0];
  for (const difference of means) {
    if (difference > 0) above += 1;
    if (difference < 0) below += 1;
  }
  const [wins, losses] = better === "higher" ? [above, below] : [below, above];
  return { wins, losses, ties: means.length - wins - losses, p: mcnemar(wins, losses) };
}
