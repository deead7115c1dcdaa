import type { Item, QueryBatch, RunStore } from "../contract/index.ts";
import { replayOf } from "../categories/index.ts";
import type { Replay } from "../categories/index.ts";
import { itemLabel } from "./plan.ts";

/** The answers that earlier tries at an item have on record. */
export async function replayOfItem(store: RunStore, item: Item): Promise<Replay> {
  const label = itemLabel(item);
  const tries = new Map<number, QueryBatch[]>();
  for await (const event of store.events()) {
    if (event.kind !== "queries-answered" || itemLabel(event.item) !== label) continue;
    const batches = tries.get(event.attempt) ?? [];
    tries.set(event.attempt, batches);
    batches.push(event.batch);
  }
  return replayOf(tries.values());
}
