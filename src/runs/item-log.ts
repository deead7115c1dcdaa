import { BenchError } from "../core/index.ts";
import type { Clock, Item, RunEvent, RunStore } from "../contract/index.ts";
import { itemLabel } from "./plan.ts";

type ItemEvent = Extract<RunEvent, { readonly item: Item }>;
type Bare<E> = E extends ItemEvent ? Omit<E, "version" | "id" | "at" | "item" | "attempt"> : never;

/** Numbers an item's events and hands them to the store in order. */
export interface ItemLog {
  readonly item: Item;
  readonly attempt: number;
  /** Takes a copy of an event; one that cannot be recorded is left out and becomes the fault. */
  add(event: Bare<ItemEvent>): void;
  /** Resolves when all events so far would survive the process. */
  flush(): Promise<void>;
  /** The first event that could not be recorded, as `bad-data`; `null` where all could. */
  fault(): BenchError | null;
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
  let fault: BenchError | null = null;
  const prefix = `${itemLabel(item)}/${attempt}`;
  return {
    item,
    attempt,
    add: (event) => {
      const at = new Date(clock.now()).toISOString();
      const id = `${prefix}/${sequence}`;
      try {
        pending.push(store.check({ version: 1, id, at, item, attempt, ...event }));
        sequence += 1;
      } catch (error) {
        fault ??= unrecordable(event.kind, error);
      }
    },
    flush: async () => {
      const events = pending;
      pending = [];
      if (events.length > 0) await store.append(events);
    },
    fault: () => fault,
  };
}

/** Data can throw while it is looked at: then the fault is the data's as well. */
function unrecordable(kind: string, cause: unknown): BenchError {
  if (cause instanceof BenchError) return cause;
  return new BenchError(
    "bad-data",
    `Expected a \`${kind}\` event of plain data; got something that cannot be read; correct the part that made it`,
    { cause },
  );
}
