import { createReadStream } from "node:fs";
import { dirname } from "node:path";
import { parseJson, systemCode } from "../core/index.ts";
import { fileFault } from "./file-fault.ts";
import { corruptLine, type LinePlace } from "./line-codec.ts";
import { splitLines } from "./split-lines.ts";

const CHUNK_BYTES = 1 << 18;

/** A line of a log, read as JSON, and where it stands. */
export interface JsonLine extends LinePlace {
  readonly json: unknown;
  /** Bytes of the file before the line. */
  readonly offset: number;
}

/** The lines of a log, one by one; see `readJsonBatches`. */
export async function* readJsonLines(path: string): AsyncGenerator<JsonLine> {
  for await (const batch of readJsonBatches(path)) yield* batch;
}

/**
 * The lines of a log, several at a time and to be read in that order, with bounded memory. What a write
 * was cut off at (an end without a newline, a last line that is no JSON) is passed over; a file that is
 * not there is empty.
 */
export async function* readJsonBatches(path: string): AsyncGenerator<Iterable<JsonLine>> {
  const reader = jsonReader(path);
  for await (const texts of splitLines(bytesOf(path))) yield reader(texts);
}

/** Reads line after line of a file as JSON; one that is none is a fault once another line follows. */
function jsonReader(path: string): (texts: readonly string[]) => Generator<JsonLine> {
  let [line, offset] = [0, 0];
  let broken: { readonly line: number; readonly cause: unknown } | undefined;
  return function* lines(texts) {
    for (const text of texts) {
      if (broken !== undefined)
        throw corruptLine("a line that is no JSON", { path, line: broken.line }, broken.cause);
      line += 1;
      const parsed = parseJson(text);
      if (parsed.kind === "broken") broken = { line, cause: parsed.cause };
      else yield { json: parsed.value, path, line, offset };
      offset += Buffer.byteLength(text) + 1;
    }
  };
}

async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  const stream: AsyncIterable<Uint8Array> = createReadStream(path, { highWaterMark: CHUNK_BYTES });
  try {
    yield* stream;
  } catch (error) {
    if (systemCode(error) !== "ENOENT") throw fileFault(error, path, dirname(path));
  }
}
