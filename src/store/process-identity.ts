import { readFile } from "node:fs/promises";
import { hostname } from "node:os";
import { systemCode } from "../core/index.ts";

/** One process, told apart from a later one that was given the same number. */
export interface ProcessIdentity {
  /** Written so that it can be part of a file name. */
  readonly host: string;
  readonly pid: number;
  /** When it started, in clock ticks since the machine did; 0 where the system does not tell. */
  readonly startedAt: number;
}

const ownHost = encodeURIComponent(hostname());

/** This very process. */
export async function ownIdentity(): Promise<ProcessIdentity> {
  const own = await processStat(process.pid);
  return { host: ownHost, pid: process.pid, startedAt: own?.startedAt ?? 0 };
}

/** Whether a process may still be running; one on another host always may. */
export async function mayBeAlive(identity: ProcessIdentity): Promise<boolean> {
  if (identity.host !== ownHost) return true;
  if (!isKnownToTheSystem(identity.pid)) return false;
  const found = await processStat(identity.pid);
  if (found === undefined) return true;
  return !found.ended && (identity.startedAt === 0 || identity.startedAt === found.startedAt);
}

function isKnownToTheSystem(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return systemCode(error) !== "ESRCH";
  }
}

/** Reads `/proc/PID/stat`, see proc(5): the third field is the state, the 22nd the start time. */
async function processStat(
  pid: number,
): Promise<{ readonly ended: boolean; readonly startedAt: number } | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => undefined);
  // The second field is a name in brackets, which may hold blanks and brackets itself.
  const fields = text?.slice(text.lastIndexOf(")") + 2).split(" ");
  const [state, startedAt] = [fields?.[0], Number(fields?.[19])];
  if (state === undefined || !Number.isSafeInteger(startedAt)) return undefined;
  return { ended: state === "Z" || state === "X", startedAt };
}
