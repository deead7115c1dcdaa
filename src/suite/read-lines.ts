import { createReadStream } from "node:fs";

const NEWLINE = 0x0a;

/** One line of a file. */
export interface LineSpan {
  readonly text: string;
  /** From 1. */
  readonly number: number;
  /** Bytes of the file at which it begins and ends, its newline left out. */
  readonly start: number;
  readonly end: number;
}

/**
 * The lines of a file, with memory for a chunk and a line. Only a newline ends a line: JSON may hold
 * the other characters that end lines elsewhere. The file is closed when the reader stops, wherever
 * that is.
 */
export async function* readSpans(path: string): AsyncGenerator<LineSpan> {
  const stream: AsyncIterable<Buffer> = createReadStream(path, { highWaterMark: 1 << 18 });
  let rest: readonly Buffer[] = [];
  let number = 0;
  let start = 0;
  const line = (last: Buffer): LineSpan => {
    const bytes = rest.length === 0 ? last : Buffer.concat([...rest, last]);
    rest = [];
    number += 1;
    const span = { text: bytes.toString("utf8"), number, start, end: start + bytes.length };
    start = span.end + 1;
    return span;
  };
  for await (const chunk of stream) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      yield line(chunk.subarray(from, end));
      from = end + 1;
    }
    if (from < chunk.length) rest = [...rest, chunk.subarray(from)];
  }
  if (rest.length > 0) yield line(Buffer.alloc(0));
}

/** The lines of a file and their numbers from 1, as `readSpans` reads them. */
export async function* readLines(path: string): AsyncGenerator<readonly [string, number]> {
  for await (const { text, number } of readSpans(path)) yield [text, number];
}
