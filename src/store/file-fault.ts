import { BenchError } from "../core/index.ts";

const NO_ROOM = new Map([
  ["ENOSPC", "a full disk"],
  ["EDQUOT", "a quota that is used up"],
  ["EFBIG", "a limit on the size of files"],
]);

const UNUSABLE = new Set([
  "EACCES",
  "EEXIST",
  "EISDIR",
  "ELOOP",
  "ENAMETOOLONG",
  "ENOTDIR",
  "EPERM",
  "EROFS",
]);

/** The system's name of a fault, such as `ENOENT`; `undefined` for faults of another origin. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}

/** A fault of the file system at a path, as one that a person can act on; others stay as they are. */
export function fileFault(error: unknown, path: string, folder: string): unknown {
  const code = systemCode(error);
  if (error instanceof BenchError || code === undefined) return error;
  const noRoom = NO_ROOM.get(code);
  if (noRoom !== undefined)
    return new BenchError(
      "disk-full",
      `Expected room for the records of the run; got ${noRoom} (${code}) at ${path}; free some space, then go on with \`findbench resume ${folder}\``,
      { data: { path, system: code }, cause: error },
    );
  if (!UNUSABLE.has(code)) return error;
  return new BenchError(
    "bad-argument",
    `Expected a folder that runs can be kept in; got ${code} at ${path}; choose another one, or change who may use it`,
    { data: { path, system: code }, cause: error },
  );
}
