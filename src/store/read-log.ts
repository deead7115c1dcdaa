import type * as z from "zod";
import { decodeRecord } from "./line-codec.ts";
import { readJsonLines } from "./read-json-lines.ts";

/** The records of a log, as they were written, with bounded memory; its torn end is passed over. */
export async function* readLog<T>(path: string, schema: z.ZodType<T>): AsyncGenerator<T> {
  for await (const { json, line } of readJsonLines(path))
    yield decodeRecord(schema, json, { path, line });
}
