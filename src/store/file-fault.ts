import { BenchError, fileFaultOf } from "../core/index.ts";

/** What there is no room because of, where it is no full disk. */
const NARROWER: ReadonlyMap<string, string> = new Map([
  ["EDQUOT", "a quota that is used up"],
  ["EFBIG", "a limit on the size of files"],
]);

/** A fault of the file system at a path, as one that a person can act on; others stay as they are. */
export function fileFault(error: unknown, path: string, folder: string): unknown {
  const fault = fileFaultOf(error);
  if (fault === null) return error;
  const { kind, system } = fault;
  const details = { data: { path, system }, cause: error };
  switch (kind) {
    case "no-room":
      return new BenchError(
        "disk-full",
        `Expected room for the records of the run; got ${NARROWER.get(system) ?? "a full disk"} (${system}) at ${path}; free some space, then go on with \`findbench resume ${folder}\``,
        details,
      );
    case "unusable":
      return new BenchError(
        "bad-argument",
        `Expected a folder that runs can be kept in; got ${system} at ${path}; choose another one, or change who may use it`,
        details,
      );
    case "missing":
    case "occupied":
      return error;
  }
}
