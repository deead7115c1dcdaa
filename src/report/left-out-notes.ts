import { ownerOf } from "../scoring/index.ts";
import type { Misses } from "../summaries/index.ts";

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

/** A row, how many items it could have counted, and why some of them do not. */
export interface RowReasons {
  readonly name: string;
  readonly items: number;
  readonly reasons: readonly ReasonCount[];
}

/** `lookup 3 of 20 (code-threw 2, no-code 1)`; `null` where there are no reasons. */
export function toldReasons({ name, items, reasons }: RowReasons): string | null {
  if (reasons.length === 0) return null;
  const total = reasons.reduce((sum, { count }) => sum + count, 0);
  return `${name} ${total} of ${items} (${listedReasons(reasons)})`;
}

/** What goes before the problems' own reasons. */
export const LEFT_OUT_OF_ALL = "Left out of every row, since nothing can be measured there";

/** What each row lacks because it could not be measured, beside what all rows lack. */
export function ownLeftOutNotes(rows: readonly RowReasons[]): string[] {
  const shared = sharedReasons(rows);
  const own = rows.flatMap(({ name, items, reasons }) => {
    const rest = reasons.filter(
      ({ reason, count }) => !shared.some((one) => one.reason === reason && one.count === count),
    );
    return toldReasons({ name, items, reasons: rest }) ?? [];
  });
  return own.length === 0 ? [] : [`Left out, for no fault of the method: ${own.join("; ")}.`];
}

/** Reasons that lie in the problems and that every row has as often. */
export function sharedReasons(rows: readonly RowReasons[]): readonly ReasonCount[] {
  const [first, ...others] = rows.filter(({ items, reasons }) => items + reasons.length > 0);
  return (first?.reasons ?? []).filter(
    ({ reason, count }) =>
      ownerOf(reason) === "problem" &&
      others.every(({ reasons }) =>
        reasons.some((other) => other.reason === reason && other.count === count),
      ),
  );
}

/** Reasons with their counts, such as `no-code 3, stateful 1`. */
export function listedReasons(reasons: readonly ReasonCount[]): string {
  return reasons.map(({ reason, count }) => `${reason} ${count}`).join(", ");
}
