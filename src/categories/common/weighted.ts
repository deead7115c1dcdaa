import type { Draws } from "../../core/index.ts";

/** One of the names, drawn in proportion to its weight; at least one weight is above 0. */
export function weighted<K extends string>(table: Partial<Record<K, number>>, draws: Draws): K {
  const rows = Object.entries<number | undefined>(table) as [K, number | undefined][];
  const total = rows.reduce((sum, [, weight]) => sum + (weight ?? 0), 0);
  let left = draws.uniform() * total;
  for (const [name, weight] of rows) {
    left -= weight ?? 0;
    if (left < 0) return name;
  }
  // Rounding can leave a trace beyond the last weight.
  const last = rows.findLast(([, weight]) => Number(weight) > 0);
  if (last !== undefined) return last[0];
  throw new RangeError("Expected a table with a weight above 0; got one without");
}
