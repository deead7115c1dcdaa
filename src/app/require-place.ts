import { lstat, mkdtemp, rmdir, stat } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { BenchError, fileFaultOf } from "../core/index.ts";

/** Characters that the names have in addition which are used beside a folder while it is made. */
const BESIDE = "x".repeat(96);

/** How a folder is made. */
export interface PlaceOptions {
  /** Whether it is written beside its place first, under a longer name. */
  readonly beside: boolean;
}

/**
 * Throws `bad-argument` where no folder can be made, so that no work is done in vain. Tries it out,
 * since neither rights nor kinds of file systems tell, and leaves nothing.
 */
export async function requirePlace(folder: string, { beside }: PlaceOptions): Promise<void> {
  if (folder === "") throw noPlace(folder, "an empty path");
  const target = resolve(folder);
  try {
    const place = await nearestThere(beside ? dirname(target) : target);
    const names = relative(place, target).split(sep);
    for (const [i, name] of names.entries()) {
      const isLast = i === names.length - 1;
      await refuseTooLong(join(place, beside && isLast ? `${name}${BESIDE}` : name));
    }
    await rmdir(await mkdtemp(join(place, ".findbench-")));
  } catch (error) {
    const fault = fileFaultOf(error);
    if (fault === null || fault.kind === "no-room") throw error;
    throw noPlace(folder, fault.system, error);
  }
}

/** The innermost of a path and the folders above it that is there. */
async function nearestThere(path: string): Promise<string> {
  try {
    await stat(path);
    return path;
  } catch (error) {
    if (fileFaultOf(error)?.kind !== "missing" || dirname(path) === path) throw error;
    return nearestThere(dirname(path));
  }
}

async function refuseTooLong(path: string): Promise<void> {
  try {
    await lstat(path);
  } catch (error) {
    if (fileFaultOf(error)?.kind !== "missing") throw error;
  }
}

function noPlace(folder: string, got: string, cause?: unknown): BenchError {
  return new BenchError(
    "bad-argument",
    `Expected a place where the folder \`${folder}\` can be made; got ${got}; give another --out, or change who may use it`,
    { data: { folder }, cause },
  );
}
