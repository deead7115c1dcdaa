/** Why the file system refused something, and its own name for that. */
export interface FileFault {
  /** Nothing is there; the disk is full; something else is there; another place is needed. */
  readonly kind: "missing" | "no-room" | "occupied" | "unusable";
  /** The system's name of the fault, such as `EACCES`. */
  readonly system: string;
}

const kinds: ReadonlyMap<string, FileFault["kind"]> = new Map([
  ["ENOENT", "missing"],
  ["ENOSPC", "no-room"],
  ["EDQUOT", "no-room"],
  ["EFBIG", "no-room"],
  ["ENOTEMPTY", "occupied"],
  ["EEXIST", "unusable"],
  ["EACCES", "unusable"],
  ["EISDIR", "unusable"],
  ["ELOOP", "unusable"],
  ["EMFILE", "unusable"],
  ["ENAMETOOLONG", "unusable"],
  ["ENOTDIR", "unusable"],
  ["EPERM", "unusable"],
  ["EROFS", "unusable"],
]);

/** The system's name of a fault, such as `ENOENT`; `undefined` for faults of another origin. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}

/** What a thrown thing says about the file system; `null` for faults of another origin. */
export function fileFaultOf(error: unknown): FileFault | null {
  const system = systemCode(error);
  if (system === undefined) return null;
  const kind = kinds.get(system);
  return kind === undefined ? null : { kind, system };
}
