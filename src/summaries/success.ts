import type { Failure } from "../contract/index.ts";
import { BenchError } from "../core/index.ts";
import type { Clustered } from "../core/index.ts";
import { PRESENT } from "./number-column.ts";
import type { NumberColumn } from "./number-column.ts";
import { FAILED } from "./outcome-table.ts";
import type { OutcomeRow, Part } from "./outcome-table.ts";
import { failureOwner, ownerOf } from "../scoring/index.ts";
import type { Owner } from "../scoring/index.ts";
import { isLowerBetter } from "./metric-facts.ts";

/** How often each reason came. */
export type Misses = { readonly [reason: string]: number };

/**
 * Why an item has no figure of its own, and whose reason that is: the score's reason, `failed` for a
 * failure of the method, `failed: CODE` for one of ours, `not-measured` where it was not scored by the
 * metric.
 */
export interface Miss {
  readonly reason: string;
  readonly owner: Owner;
}

/** Why an item has no figure by a metric's column; `null` where it has one. */
export function missAt(
  row: OutcomeRow,
  column: NumberColumn | undefined,
  slot: number,
): Miss | null {
  const state = column?.stateAt(slot) ?? 0;
  if (state === PRESENT) return null;
  if (state > PRESENT) {
    const reason = row.reasonOf(state);
    return { reason, owner: ownerOf(reason) };
  }
  if (row.statusAt(slot) !== FAILED) return { reason: "not-measured", owner: "setup" };
  const code = row.faultAt(slot);
  const owner = code === "" ? "method" : failureOwner({ code } satisfies Pick<Failure, "code">);
  return { reason: owner === "method" ? "failed" : `failed: ${code}`, owner };
}

/** What an item adds to a rate: a number from 0 to 1, the worst for a reason of the method's. */
export interface Success {
  readonly value: number;
  readonly miss: string | null;
}

/** An item's part in a rate and in a comparison; `null` for a reason of ours: it counts nowhere. */
export function successAt(part: Part, metric: string, slot: number): Success | null {
  const column = part.row.scores.get(metric);
  const miss = missAt(part.row, column, slot);
  if (miss === null) return { value: shareAt(column, metric, slot), miss: null };
  return miss.owner === "method" ? { value: worst(metric), miss: miss.reason } : null;
}

function worst(metric: string): number {
  return isLowerBetter(metric) ? 1 : 0;
}

function shareAt(column: NumberColumn | undefined, metric: string, slot: number): number {
  const value = column?.valueAt(slot) ?? NaN;
  if (value >= 0 && value <= 1) return value;
  throw new BenchError(
    "bad-argument",
    `Expected a metric whose values are shares from 0 to 1; got \`${metric}\` = ${value}; choose one such as \`nmse<0.1\``,
    { data: { metric, value } },
  );
}

/** NaN stands for an item that counts nowhere: what each slot of a part adds to a rate. */
export function sharesAt(part: Part, metric: string, slots: Int32Array = part.slots): Float64Array {
  const column = part.row.scores.get(metric);
  const least = worst(metric);
  return Float64Array.from(slots, (slot) => {
    if (column?.stateAt(slot) === PRESENT) return shareAt(column, metric, slot);
    return missAt(part.row, column, slot)?.owner === "method" ? least : NaN;
  });
}

/** Numbers of a part's slots without those that are NaN, by problem. */
export function clusteredAt({ table, slots }: Part, numbers: Float64Array): Clustered {
  const { problemOf } = table;
  const values = new Float64Array(slots.length);
  const ends = new Int32Array(slots.length);
  let [count, clusters, last] = [0, 0, -1];
  for (let i = 0; i < slots.length; i += 1) {
    const value = numbers[i] ?? NaN;
    if (Number.isNaN(value)) continue;
    const problem = problemOf[slots[i] ?? 0] ?? 0;
    if (problem !== last) clusters += 1;
    last = problem;
    values[count] = value;
    count += 1;
    ends[clusters - 1] = count;
  }
  return { values: values.slice(0, count), ends: ends.slice(0, clusters) };
}

/** Items without a figure by a metric, by whose reason it is: the method's, or ours. */
export function reasonsIn(
  { row, slots }: Part,
  metric: string,
): { readonly unscored: Misses; readonly leftOut: Misses } {
  const unscored: { [reason: string]: number } = {};
  const leftOut: { [reason: string]: number } = {};
  const column = row.scores.get(metric);
  for (const slot of slots) {
    if (column?.stateAt(slot) === PRESENT) continue;
    const miss = missAt(row, column, slot);
    if (miss !== null) countMiss(miss.owner === "method" ? unscored : leftOut, miss.reason);
  }
  return { unscored, leftOut };
}

/** Adds one to a reason's count. */
export function countMiss(misses: { [reason: string]: number }, reason: string): void {
  misses[reason] = (misses[reason] ?? 0) + 1;
}

/** How many items have a figure by the metric. */
export function figuresIn({ row, slots }: Part, metric: string): number {
  const column = row.scores.get(metric);
  if (column === undefined) return 0;
  let count = 0;
  for (const slot of slots) if (column.stateAt(slot) === PRESENT) count += 1;
  return count;
}

/** Whether any item has a figure by the metric, so that the whole says something. */
export function hasFigure({ row, slots }: Part, metric: string): boolean {
  const column = row.scores.get(metric);
  return column !== undefined && slots.some((slot) => column.stateAt(slot) === PRESENT);
}
