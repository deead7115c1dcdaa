import { closeSync, openSync, unlinkSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { BenchError, systemCode } from "../core/index.ts";
import { mayBeAlive, ownIdentity, type ProcessIdentity } from "./process-identity.ts";

const TRIES = 6;
const DELAY_MILLISECONDS = 20;

/** The right to write to a run, held by one process at a time. */
export interface RunLock {
  release(): Promise<void>;
}

/**
 * Takes the right to write to a run folder. Each process puts up a file whose name says who it is,
 * and goes on only if it finds no other afterwards: so two can never both go on. Files of processes
 * that are no longer there are removed. Of several that come at the same moment the one with the
 * first name keeps its file up while the others step back.
 */
export async function takeRunLock(folder: string): Promise<RunLock> {
  const own = lockName(await ownIdentity());
  putUp(folder, own);
  const release = async (): Promise<void> => takeDown(folder, own);
  let up = true;
  try {
    for (let tries = 1; ; tries += 1) {
      const other = await firstLivingOther(folder, own);
      if (other === undefined) return { release };
      if (tries === TRIES) throw inUse(folder, other);
      if (other < own) {
        await release();
        up = false;
      }
      await delay(DELAY_MILLISECONDS);
      if (!up) putUp(folder, own);
      up = true;
    }
  } catch (error) {
    if (up) await release();
    throw error;
  }
}

/** Whether a file in a run folder is a lock. */
export function isLockName(name: string): boolean {
  return identityOf(name) !== undefined;
}

/** Paths of the locks that this process has up. */
const held = new Set<string>();

// Whatever ends the process, short of a kill, takes its locks down.
process.on("exit", () => {
  for (const path of held) {
    try {
      unlinkSync(path);
    } catch {
      // The next one to come sees that this process is gone.
    }
  }
});

/** Synchronous, as taking down is: at no moment is a lock up that an exit would not take down. */
function putUp(folder: string, own: string): void {
  const path = join(folder, own);
  try {
    closeSync(openSync(path, "wx"));
  } catch (error) {
    throw systemCode(error) === "EEXIST" ? inUse(folder, own) : error;
  }
  held.add(path);
}

function takeDown(folder: string, name: string): void {
  const path = join(folder, name);
  try {
    unlinkSync(path);
  } catch (error) {
    if (systemCode(error) !== "ENOENT") throw error;
  }
  held.delete(path);
}

async function firstLivingOther(folder: string, own: string): Promise<string | undefined> {
  for (const name of (await readdir(folder)).toSorted()) {
    const identity = name === own ? undefined : identityOf(name);
    if (identity === undefined) continue;
    if (await mayBeAlive(identity)) return name;
    takeDown(folder, name);
  }
  return undefined;
}

function lockName({ pid, startedAt, host }: ProcessIdentity): string {
  return `lock-${pid}-${startedAt}-${host}`;
}

function identityOf(name: string): ProcessIdentity | undefined {
  const [, pid, startedAt, host] = /^lock-(\d+)-(\d+)-([^/]+)$/.exec(name) ?? [];
  if (host === undefined) return undefined;
  return { pid: Number(pid), startedAt: Number(startedAt), host };
}

function inUse(folder: string, name: string): BenchError {
  const { pid, host } = identityOf(name) ?? {};
  return new BenchError(
    "run-in-use",
    `Expected a run that nobody else writes to; got one in use by process ${pid} on ${host}; wait for it to end, or delete ${join(folder, name)} if it has ended`,
    { data: { folder, pid, host } },
  );
}
