import { setMaxListeners } from "node:events";
import { rm } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import type { DrawServices, Spec, TrainingTask } from "../contract/index.ts";
import { trainer } from "../training/index.ts";

interface Training {
  train(task: TrainingTask, signal: AbortSignal): Promise<Spec>;
}

/**
 * Does work that needs networks trained. Finished networks are kept beside the output folder until
 * the work has succeeded, so that the same work goes on where an interruption ended it.
 */
export async function withTrainer<T>(
  out: string,
  signal: AbortSignal,
  work: (approximate: DrawServices["approximate"]) => Promise<T>,
): Promise<T> {
  const target = resolve(out);
  const cacheFolder = join(dirname(target), `.${basename(target)}.networks`);
  const networks = trainer({ threads: availableParallelism(), cacheFolder });
  // Which laws a network can follow is known where they are drawn.
  const training: Training = networks;
  // Every network in work listens to it: many listeners are no leak.
  const ending = AbortSignal.any([signal]);
  setMaxListeners(0, ending);
  try {
    const result = await work((task) => training.train(task, ending));
    await rm(cacheFolder, { recursive: true, force: true });
    return result;
  } finally {
    await networks.close();
  }
}
