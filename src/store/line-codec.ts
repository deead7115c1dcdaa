import { dirname } from "node:path";
import type * as z from "zod";
import { BenchError } from "../core/index.ts";
import { newerThanThis } from "./newer-than-this.ts";
import { unknownField } from "./unknown-field.ts";

/**
 * A record as one line of JSON with its newline. Strict: whatever the schema does not know, and
 * whatever JSON would quietly change (NaN, `undefined`), is `bad-data` and nothing is written. Only
 * −0 becomes 0.
 */
export function encodeLine<T>(schema: z.ZodType<T>, record: T): string {
  const parsed = schema.safeParse(record);
  if (!parsed.success) throw badData(describeIssue(parsed.error), record);
  const field = unknownField(record, parsed.data);
  if (field !== undefined) throw badData(`the unknown field \`${field}\``, record);
  return `${JSON.stringify(parsed.data)}\n`;
}

function badData(what: string, record: unknown): BenchError {
  return new BenchError(
    "bad-data",
    `Expected a record as its published schema has it; got ${what}; correct the part that made it`,
    { data: { record } },
  );
}

/** Where a line stands: the file, and its number from 1. */
export interface LinePlace {
  readonly path: string;
  readonly line: number;
}

/**
 * The record that a line of JSON stands for. Loose: fields that the schema does not know are
 * dropped, so that files with additions can be read; names that it does not know are
 * `unsupported-version`, and anything else is `corrupt-log`.
 */
export function decodeRecord<T>(schema: z.ZodType<T>, json: unknown, place: LinePlace): T {
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = describeIssue(parsed.error);
  if (!newerThanThis(parsed.error, json)) throw corruptLine(issue, place, parsed.error);
  throw new BenchError(
    "unsupported-version",
    `Expected records that this version of findbench knows; got ${issue} in line ${place.line} of ${place.path}; read it with a newer findbench`,
    { data: { ...place }, cause: parsed.error },
  );
}

/** The fault of a line that is no record, with the way to go on. */
export function corruptLine(what: string, { path, line }: LinePlace, cause?: unknown): BenchError {
  return new BenchError(
    "corrupt-log",
    `Expected one whole record a line; got ${what} in line ${line} of ${path}; go on with \`findbench resume --repair ${dirname(path)}\`, which keeps every whole line and tells what is lost, or take a copy that is whole`,
    { data: { path, line }, cause },
  );
}

/** The first thing that a schema found wrong, in a few words. */
export function describeIssue(error: z.ZodError): string {
  const [issue] = error.issues;
  if (issue === undefined) return "something else";
  const path = issue.path.map(String).join(".");
  const message = issue.message.replaceAll(/\s+/g, " ");
  return path === "" ? `«${message}»` : `«${message}» at \`${path}\``;
}
