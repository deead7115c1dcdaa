import { randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { BenchError, fileFaultOf, systemCode } from "../core/index.ts";
import type { Approximated } from "../categories/numeric/index.ts";
import { networkFromText, networkText, taskHash } from "./stored-network.ts";
import type { TrainingTask } from "./training-task.ts";

/** Finished networks, one file each. */
export interface NetworkCache {
  /** The network of a task; `null` where there is none, or none that is whole. */
  read(task: TrainingTask): Promise<Approximated | null>;
  /** Keeps a network: its file is there whole or not at all. */
  write(task: TrainingTask, network: Approximated): Promise<void>;
}

/** The networks in a folder, which is made when the first one is kept. */
export function networkCache(folder: string): NetworkCache {
  const pathOf = (task: TrainingTask): string => join(folder, `${taskHash(task)}.json`);
  return {
    read: async (task) => {
      const text = await readFile(pathOf(task), "utf8").catch(() => null);
      return text === null ? null : networkFromText(text, task);
    },
    write: async (task, network) => {
      try {
        await mkdir(folder, { recursive: true });
        await writeWhole(pathOf(task), networkText(task, network));
      } catch (error) {
        throw unusable(folder, error);
      }
    },
  };
}

async function writeWhole(path: string, text: string): Promise<void> {
  const unfinished = `${path}.${randomUUID()}.part`;
  try {
    const file = await open(unfinished, "wx");
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

function unusable(folder: string, cause: unknown): BenchError {
  const system = systemCode(cause);
  const details = { data: { folder, system }, cause };
  return fileFaultOf(cause)?.kind === "no-room"
    ? new BenchError(
        "disk-full",
        `Expected room for a trained network in ${folder}; got ${system}; free some space, ` +
          "then start again: the networks kept so far are used",
        details,
      )
    : new BenchError(
        "bad-argument",
        `Expected a folder that trained networks can be kept in; got ${system ?? String(cause)} at ` +
          `${folder}; choose another one, or change who may use it`,
        details,
      );
}
