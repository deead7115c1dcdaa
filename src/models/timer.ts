import { setTimeout as delay } from "node:timers/promises";
import type { Clock } from "../contract/index.ts";

/** The time, and ways to wait for it. */
export interface Timer extends Clock {
  /** Resolves after so many milliseconds; rejects when the signal is aborted. */
  delay(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** Calls back once, after so many milliseconds, unless what it returns is called before. */
  after(milliseconds: number, call: () => void): () => void;
}

/** The longest time that a timer of Node can wait, about 24 days. */
const LONGEST = 2_147_483_647;

/** The machine's own time. */
export const systemTimer: Timer = {
  now: () => Date.now(),
  delay: async (milliseconds, signal) => {
    try {
      await delay(Math.min(milliseconds, LONGEST), undefined, { signal });
    } catch (error) {
      // Node tells of the abort itself; its reason says more.
      signal.throwIfAborted();
      throw error;
    }
  },
  after: (milliseconds, call) => {
    const timeout = setTimeout(call, Math.min(milliseconds, LONGEST));
    return () => clearTimeout(timeout);
  },
};
