import { setImmediate as idle } from "node:timers/promises";
import type { Timer } from "../../src/models/index.ts";

interface Sleeper {
  readonly at: number;
  wake(): void;
}

/** A timer whose time passes only when nobody can do anything without it. */
export interface SimulatedTimer extends Timer {
  /** Lets time pass until the work is done. */
  during<T>(work: Promise<T>): Promise<T>;
}

/** Time in which many wait at once, each for as long as it asked to. */
export function simulatedTimer(): SimulatedTimer {
  const sleepers = new Set<Sleeper>();
  let now = 0;
  const wakeNext = (): void => {
    const [next] = [...sleepers].toSorted((a, b) => a.at - b.at);
    if (next === undefined) return;
    now = Math.max(now, next.at);
    sleepers.delete(next);
    next.wake();
  };
  return {
    now: () => now,
    delay: async (milliseconds, signal) => {
      signal.throwIfAborted();
      await new Promise<void>((resolve, reject) => {
        const leave = (): void => {
          sleepers.delete(sleeper);
          reject(signal.reason);
        };
        const wake = (): void => {
          signal.removeEventListener("abort", leave);
          resolve();
        };
        const sleeper: Sleeper = { at: now + milliseconds, wake };
        sleepers.add(sleeper);
        signal.addEventListener("abort", leave);
      });
    },
    after: (milliseconds, call) => {
      const sleeper: Sleeper = { at: now + milliseconds, wake: call };
      sleepers.add(sleeper);
      return () => sleepers.delete(sleeper);
    },
    during: async (work) => {
      const state = { done: false };
      const ended = work.finally(() => {
        state.done = true;
      });
      // Whoever awaits the work meets its fault.
      ended.catch(() => undefined);
      for (await idle(); !state.done; await idle()) wakeNext();
      return ended;
    },
  };
}
