import { mkdir, readdir, rm, rmdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { BenchError, systemCode } from "../core/index.ts";
import { MANIFEST_NAME, UNFINISHED_MANIFEST_NAME } from "./manifest-file.ts";
import { isLockName } from "./run-lock.ts";

/** Refuses a folder that holds anything but what a killed attempt to make a run there left. */
export async function refuseOccupied(folder: string): Promise<void> {
  const names = await namesIn(folder);
  const other = names.find((name) => !isLockName(name) && name !== UNFINISHED_MANIFEST_NAME);
  if (other === undefined) return;
  const holdsRun = names.includes(MANIFEST_NAME);
  throw new BenchError(
    "folder-not-empty",
    holdsRun
      ? `Expected a new or empty folder; got ${folder}, which holds a run already; go on with it by \`findbench resume ${folder}\`, or name another folder`
      : `Expected a new or empty folder; got ${folder}, which holds \`${other}\`; name another folder`,
    { data: { folder, holdsRun } },
  );
}

/** Makes a folder and those above it; gives a way to remove those that were made and are empty. */
export async function makeFolder(folder: string): Promise<() => Promise<void>> {
  const first = await mkdir(folder, { recursive: true });
  return async () => {
    if (first === undefined) return;
    for (let made = folder; made.length >= first.length; made = dirname(made)) await rmdir(made);
  };
}

/** Removes what was made in a folder that was empty before. */
export async function discard(folder: string, names: readonly string[]): Promise<void> {
  for (const name of names) await rm(join(folder, name), { recursive: true, force: true });
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (systemCode(error) === "ENOENT") return [];
    throw error;
  }
}
