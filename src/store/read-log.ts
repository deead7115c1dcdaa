import { createReadStream } from "node:fs";
import { dirname } from "node:path";
import type * as z from "zod";
import { parseJson, systemCode } from "../core/index.ts";
import { fileFault } from "./file-fault.ts";
import { corruptLine, decodeRecord } from "./line-codec.ts";
import { splitLines } from "./split-lines.ts";

const CHUNK_BYTES = 1 << 18;

/**
 * The records of a log, as they were written, with bounded memory. What a write was cut off at (an
 * end without a newline, a last line that is no JSON) is passed over; a file that is not there is
 * empty.
 */
export async function* readLog<T>(path: string, schema: z.ZodType<T>): AsyncGenerator<T> {
  let line = 0;
  let broken: { readonly line: number; readonly cause: unknown } | undefined;
  for await (const texts of splitLines(bytesOf(path))) {
    for (const text of texts) {
      if (broken !== undefined)
        throw corruptLine("a line that is no JSON", { path, line: broken.line }, broken.cause);
      line += 1;
      const parsed = parseJson(text);
      if (parsed.kind === "broken") broken = { line, cause: parsed.cause };
      else yield decodeRecord(schema, parsed.value, { path, line });
    }
  }
}

async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  const stream: AsyncIterable<Uint8Array> = createReadStream(path, { highWaterMark: CHUNK_BYTES });
  try {
    yield* stream;
  } catch (error) {
    if (systemCode(error) !== "ENOENT") throw fileFault(error, path, dirname(path));
  }
}
