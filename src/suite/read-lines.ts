import { createReadStream } from "node:fs";
import { StringDecoder } from "node:string_decoder";

const NEWLINE = 0x0a;

/**
 * The lines of a file and their numbers from 1, with memory for a chunk and a line. Only a newline
 * ends a line: JSON may hold the other characters that end lines elsewhere. The file is closed
 * when the reader stops, wherever that is.
 */
export async function* readLines(path: string): AsyncGenerator<readonly [string, number]> {
  const stream: AsyncIterable<Buffer> = createReadStream(path, { highWaterMark: 1 << 18 });
  const decoder = new StringDecoder("utf8");
  let line = "";
  let number = 0;
  for await (const chunk of stream) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      number += 1;
      yield [line + decoder.write(chunk.subarray(start, end)), number];
      line = "";
      start = end + 1;
    }
    line += decoder.write(chunk.subarray(start));
  }
  line += decoder.end();
  if (line !== "") yield [line, number + 1];
}
