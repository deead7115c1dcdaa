import { BenchError } from "../core/index.ts";
import type { Approximated } from "../functions/index.ts";
import { networkCache } from "./network-cache.ts";
import { ThreadPool } from "./thread-pool.ts";
import { networkOf, trainingJob } from "./train-network.ts";
import type { TrainingTask } from "./training-task.ts";
import { checkTask } from "./training-task.ts";

/** How a trainer works. */
export interface TrainerOptions {
  /** Networks that are trained at the same time, each in a thread of its own; at least 1. */
  readonly threads: number;
  /** Where finished networks are kept and looked for; `null` or absent for nowhere. */
  readonly cacheFolder?: string | null;
  /** Hears how many epochs of a task are done, now and then; all at once where it was kept. */
  readonly onProgress?: (task: TrainingTask, epochs: number) => void;
}

/** Trains networks in threads; what it gives depends on the task alone. */
export interface Trainer {
  /** Rejects with `bad-parameter` for what cannot be trained, and with the signal's reason. */
  train(task: TrainingTask, signal?: AbortSignal): Promise<Approximated>;
  /** Ends the threads; networks that are in work or wait are rejected. */
  close(): Promise<void>;
}

/** Starts no thread before one is needed; idle ones keep no process alive. */
export function trainer({ threads, cacheFolder, onProgress }: TrainerOptions): Trainer {
  const pool = new ThreadPool(checkedThreads(threads));
  const cache = typeof cacheFolder === "string" ? networkCache(cacheFolder) : null;
  return {
    train: async (task, signal) => {
      signal?.throwIfAborted();
      checkTask(task);
      const kept = await cache?.read(task);
      if (kept) {
        onProgress?.(task, task.settings.epochs);
        return kept;
      }
      const hear = (epochs: number): void => onProgress?.(task, epochs);
      const trained = await pool.run(() => trainingJob(task), hear, signal);
      const network = networkOf(task, trained);
      await cache?.write(task, network);
      return network;
    },
    close: () => pool.close(),
  };
}

function checkedThreads(threads: number): number {
  if (Number.isSafeInteger(threads) && threads >= 1) return threads;
  throw new BenchError(
    "bad-argument",
    `Expected a whole number of threads, 1 or more; got ${threads}; give such a number`,
    { data: { threads } },
  );
}
