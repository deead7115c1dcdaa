import { setTimeout as later } from "node:timers/promises";
import type { Timer } from "../../src/models/index.ts";

/** A timer whose waits are over at once, and are written down. */
export interface VirtualTimer extends Timer {
  readonly waits: readonly number[];
}

/** Waits of this length or more are of the kind that nobody waits for: a server that is silent. */
const FOREVER = 250_000;

/** Time that passes only by waiting; the longest waits last until they are called off. */
export function virtualTimer(): VirtualTimer {
  const waits: number[] = [];
  let now = 1_000_000;
  return {
    waits,
    now: () => now,
    delay: async (milliseconds, signal) => {
      signal.throwIfAborted();
      if (milliseconds >= FOREVER) {
        await later(2 ** 31 - 1, undefined, { signal });
        return;
      }
      waits.push(milliseconds);
      now += milliseconds;
    },
  };
}
