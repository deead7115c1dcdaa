import { BenchError, checkedCount, Pool } from "../core/index.ts";
import type { Approximated } from "../categories/numeric/index.ts";
import { networkCache } from "./network-cache.ts";
import { Thread } from "./thread.ts";
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
  const size = checkedCount("threads", threads);
  const pool = new Pool({ size, start: () => new Thread(), closedError });
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
      // A job holds all its points, so that it is made only once a thread is free for it.
      const trained = await pool.use(
        (thread) => thread.run(trainingJob(task), hear, signal),
        signal,
      );
      const network = networkOf(task, trained);
      await cache?.write(task, network);
      return network;
    },
    close: () => pool.close(),
  };
}

function closedError(): BenchError {
  return new BenchError(
    "interrupted",
    "Expected an open trainer; got one that is closed; close it after its last network",
  );
}
