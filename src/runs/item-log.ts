import type { Clock, Item, RunEvent, RunStore } from "../contract/index.ts";
import { itemLabel } from "./plan.ts";

type ItemEvent = Extract<RunEvent, { readonly item: Item }>;
type Bare<E> = E extends ItemEvent ? Omit<E, "version" | "id" | "at" | "item" | "attempt"> : never;

/** Numbers an item's events and hands them to the store in order. */
export interface ItemLog {
  readonly item: Item;
  readonly attempt: number;
  add(event: Bare<ItemEvent>): void;
  /** Resolves when all events so far would survive the process. */
  flush(): Promise<void>;
}

/** The log of one try at an item; `from` is the first sequence number. */
export function itemLog(
  store: RunStore,
  clock: Clock,
  item: Item,
  attempt: number,
  from = 1,
): ItemLog {
  let sequence = from;
  let pending: RunEvent[] = [];
  const prefix = `${itemLabel(item)}/${attempt}`;
  return {
    item,
    attempt,
    add: (event) => {
      const at = new Date(clock.now()).toISOString();
      pending.push({ version: 1, id: `${prefix}/${sequence}`, at, item, attempt, ...event });
      sequence += 1;
    },
    flush: async () => {
      const events = pending;
      pending = [];
      if (events.length > 0) await store.append(events);
    },
  };
}
