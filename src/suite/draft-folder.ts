import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { mkdir, open, readdir, rename, rm, rmdir } from "node:fs/promises";
import { hostname } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { BenchError, fileFaultOf, identifier, systemCode } from "../core/index.ts";

/** Throws `folder-not-empty` unless the folder is missing or empty, `bad-argument` if unreadable. */
export async function refuseOccupied(folder: string): Promise<void> {
  if (folder === "")
    throw new BenchError(
      "bad-argument",
      "Expected the path of a new folder; got an empty text; give another --out",
    );
  const entries = await readdir(folder).catch((error: unknown) => {
    if (fileFaultOf(error)?.kind === "missing") return [];
    throw writingFault(error, folder);
  });
  if (entries.length > 0) throw occupied(folder, `${entries.length} entries`);
}

/** Paths of the drafts that this process is at. */
const drafts = new Set<string>();

// Whatever ends the process, short of a kill, removes its drafts.
process.on("exit", () => {
  for (const draft of drafts) {
    try {
      rmSync(draft, { recursive: true, force: true });
    } catch {
      // Whoever comes next removes what a process left that is gone.
    }
  }
});

/**
 * Fills a new folder that appears whole or not at all: it is made beside its place and renamed once
 * `fill` has succeeded. What killed attempts at the same folder left is removed first.
 */
export async function withDraft<T>(
  folder: string,
  fill: (draft: string) => Promise<T>,
): Promise<T> {
  const target = resolve(folder);
  const parent = dirname(target);
  const draft = join(parent, `${draftPrefix(target)}${ownMark()}-${randomUUID()}`);
  let made: string | undefined;
  try {
    made = await mkdir(parent, { recursive: true });
    await removeStale(parent, draftPrefix(target));
    drafts.add(draft);
    await mkdir(draft);
    const result = await fill(draft);
    await syncFolder(draft);
    await rmdir(target).catch(ignoreMissing);
    await rename(draft, target);
    await syncFolder(parent);
    return result;
  } catch (error) {
    await rm(draft, { recursive: true, force: true }).catch(() => undefined);
    await removeEmpty(parent, made);
    throw writingFault(error, target);
  } finally {
    drafts.delete(draft);
  }
}

function draftPrefix(target: string): string {
  return `.${basename(target)}.draft-`;
}

const ownHost = identifier(`host/${hostname()}`);
const ownStart = Math.round(performance.timeOrigin);

/** Machine, process and start of this process, as they stand in the name of a draft. */
function ownMark(): string {
  return `${ownHost}-${process.pid}-${ownStart}`;
}

async function removeStale(parent: string, prefix: string): Promise<void> {
  for (const name of await readdir(parent)) {
    if (name.startsWith(prefix) && isStale(name.slice(prefix.length)))
      await rm(join(parent, name), { recursive: true, force: true });
  }
}

/** Whether whoever made a draft is gone for certain. */
function isStale(mark: string): boolean {
  const [, host, pid, start] = /^([0-9a-z]+)-(\d+)-(\d+)-/u.exec(mark) ?? [];
  if (host !== ownHost) return false;
  if (Number(pid) === process.pid) return Number(start) !== ownStart;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return systemCode(error) === "ESRCH";
  }
}

/** Removes a folder and those above it up to `highest`, as far as they are empty. */
async function removeEmpty(folder: string, highest: string | undefined): Promise<void> {
  if (highest === undefined) return;
  try {
    for (let at = folder; at.length >= highest.length; at = dirname(at)) await rmdir(at);
  } catch {
    // Something else is in it by now, and stays.
  }
}

/** A power cut after this cannot take what was named in the folder. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function ignoreMissing(error: unknown): void {
  if (fileFaultOf(error)?.kind !== "missing") throw error;
}

function occupied(folder: string, what: string, cause?: unknown): BenchError {
  return new BenchError(
    "folder-not-empty",
    `Expected a new or empty folder; got ${what} in \`${folder}\`; give another --out`,
    { data: { folder }, cause },
  );
}

function writingFault(error: unknown, folder: string): unknown {
  const fault = fileFaultOf(error);
  if (fault === null) return error;
  const details = { data: { folder, system: fault.system }, cause: error };
  switch (fault.kind) {
    case "no-room":
      return new BenchError(
        "disk-full",
        `Expected room on the disk for \`${folder}\`; got ${fault.system}, and nothing was kept; free some space and start again`,
        details,
      );
    case "occupied":
      return occupied(folder, "something by now", error);
    case "missing":
    case "unusable":
      return new BenchError(
        "bad-argument",
        `Expected a place where the folder \`${folder}\` can be made; got ${fault.system}; give another --out, or change who may use it`,
        details,
      );
  }
}
