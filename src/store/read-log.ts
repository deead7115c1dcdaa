import type * as z from "zod";
import { decodeRecord } from "./line-codec.ts";
import { readJsonBatches } from "./read-json-lines.ts";

/**
 * The records of a log, as they were written, with bounded memory; its torn end is passed over. What
 * is seen to be a record without the schema is taken as it is.
 */
export async function* readLog<T>(
  path: string,
  schema: z.ZodType<T>,
  isRecord?: (json: unknown) => json is T,
): AsyncGenerator<T> {
  for await (const batch of readJsonBatches(path))
    for (const { json, line } of batch)
      yield isRecord?.(json) === true ? json : decodeRecord(schema, json, { path, line });
}
