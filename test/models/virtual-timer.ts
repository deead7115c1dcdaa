import type { Timer } from "../../src/models/index.ts";

/** A timer whose waits are over at once, and are written down. */
export interface VirtualTimer extends Timer {
  readonly waits: readonly number[];
}

/** Time that passes only by waiting: whoever wants to be called back later never is. */
export function virtualTimer(): VirtualTimer {
  const waits: number[] = [];
  let now = 1_000_000;
  return {
    waits,
    now: () => now,
    delay: async (milliseconds, signal) => {
      signal.throwIfAborted();
      waits.push(milliseconds);
      now += milliseconds;
    },
    after: () => () => undefined,
  };
}
