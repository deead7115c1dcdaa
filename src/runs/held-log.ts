import type { ItemLog } from "./item-log.ts";

type Event = Parameters<ItemLog["add"]>[0];

/** A log that holds back what is added until it is decided what of it is to be kept. */
export interface HeldLog extends ItemLog {
  /** Hands on what is wanted of what was held back, in order, and forgets the rest. */
  release(isWanted: (event: Event) => boolean): void;
}

/** Holds back what would be added to a log. */
export function heldLog(log: ItemLog): HeldLog {
  let held: Event[] = [];
  return {
    ...log,
    add: (event) => void held.push(event),
    release: (isWanted) => {
      for (const event of held) if (isWanted(event)) log.add(event);
      held = [];
    },
  };
}
