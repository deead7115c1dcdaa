import type * as z from "zod";

/** The version of events, outcomes and manifests that is read and written here. */
const VERSION = 1;

/**
 * Whether a record was refused because a later findbench wrote it: its version is higher, or all
 * that is wrong with it are names that are not known here (a new kind of event, a new reason).
 */
export function newerThanThis(error: z.ZodError, record: unknown): boolean {
  const version = valueAt(record, ["version"]);
  if (Number.isInteger(version) && Number(version) > VERSION) return true;
  return error.issues.every(
    (issue) =>
      (issue.code === "invalid_value" || isUnknownKind(issue)) &&
      typeof valueAt(record, issue.path) === "string",
  );
}

/** A discriminated union refuses a kind at the path of the kind itself, with no branch tried. */
function isUnknownKind(issue: z.core.$ZodIssue): boolean {
  return issue.code === "invalid_union" && issue.errors.length === 0;
}

function valueAt(record: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (part, key) => (typeof part === "object" && part !== null ? Reflect.get(part, key) : undefined),
    record,
  );
}
