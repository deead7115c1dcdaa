import { setTimeout as delay } from "node:timers/promises";
import type { Clock } from "../contract/index.ts";

/** The time, and a way to wait for it. */
export interface Timer extends Clock {
  /** Resolves after so many milliseconds; rejects when the signal is aborted. */
  delay(milliseconds: number, signal: AbortSignal): Promise<void>;
}

/** The longest time that a timer of Node can wait, about 24 days. */
const LONGEST = 2 ** 31 - 1;

/** The machine's own time. */
export const systemTimer: Timer = {
  now: () => Date.now(),
  delay: async (milliseconds, signal) => {
    await delay(Math.min(milliseconds, LONGEST), undefined, { signal });
  },
};
