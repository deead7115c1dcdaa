import type { RunOutcome } from "../contract/index.ts";
import type { Pool, PoolWorker } from "../core/index.ts";

/** What a run is rejected with whose thread or process ended under it; the message says how. */
export class LostWorker extends Error {}

/**
 * What becomes of a program, whose worker may be lost. Whether the program or the machine was the
 * cause is told by a repetition in a new worker with no other program of the sandbox beside it: what
 * is lost again has crashed by itself.
 */
export async function runOrRepeatAlone<Worker extends PoolWorker>(
  pool: Pool<Worker>,
  /** Rejects with `LostWorker` where the worker was lost. */
  attempt: (worker: Worker) => Promise<RunOutcome>,
  signal?: AbortSignal,
): Promise<RunOutcome> {
  try {
    return await pool.use(attempt, signal);
  } catch (error) {
    if (!(error instanceof LostWorker)) throw error;
  }
  try {
    return await pool.useAlone(attempt, signal);
  } catch (error) {
    if (!(error instanceof LostWorker)) throw error;
    return { kind: "crashed", message: error.message };
  }
}
