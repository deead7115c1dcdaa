import { isShare } from "./metric-facts.ts";
import { ABSENT, PRESENT } from "./number-column.ts";
import type { NumberColumn } from "./number-column.ts";
import { ownerOf } from "../scoring/index.ts";

/** The scores of a run's rows, which are made to agree on the problems. */
export interface Settling {
  readonly slots: number;
  readonly rows: Iterable<{
    readonly scores: ReadonlyMap<string, NumberColumn>;
    readonly reasonOf: (state: number) => string;
    readonly isFailed: (slot: number) => boolean;
    columnOf(metric: string): NumberColumn;
  }>;
}

/**
 * Makes what lies in a problem alone the same for all rows: where the truth leaves nothing to measure,
 * no row has failed, whatever became of its code.
 */
export function settle({ slots, rows }: Settling): void {
  for (const [metric, facts] of factsOf({ slots, rows }))
    for (const row of rows) {
      const column = row.columnOf(metric);
      for (let slot = 0; slot < slots; slot += 1) {
        const fact = facts[slot] ?? ABSENT;
        if (fact === ABSENT) continue;
        if (column.stateAt(slot) !== ABSENT || row.isFailed(slot)) column.setState(slot, fact);
      }
    }
}

/** What the rows say that a problem leaves nothing of to measure: by metric, states by slot. */
function factsOf({ slots, rows }: Settling): ReadonlyMap<string, Uint8Array> {
  const facts = new Map<string, Uint8Array>();
  for (const { scores, reasonOf } of rows)
    for (const [metric, column] of scores) {
      // What is no share, such as `skill` after no query, can depend on the row.
      if (!isShare(metric)) continue;
      for (let slot = 0; slot < slots; slot += 1) {
        const state = column.stateAt(slot);
        if (state <= PRESENT || ownerOf(reasonOf(state)) !== "problem") continue;
        const known = facts.get(metric) ?? new Uint8Array(slots);
        facts.set(metric, known);
        if (known[slot] === ABSENT) known[slot] = state;
      }
    }
  return facts;
}
