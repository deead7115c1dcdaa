const NEWLINE = 0x0a;

/**
 * The whole lines of a stream of UTF-8 bytes, in order, several at a time and without their
 * newlines; what follows the last newline is not a line. Holds one chunk and one line at most.
 */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string[]> {
  let held: Uint8Array[] = [];
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(NEWLINE);
    if (end === -1) {
      held.push(chunk);
      continue;
    }
    const whole = Buffer.concat([...held, chunk.subarray(0, end)]);
    held = [chunk.subarray(end + 1)];
    yield whole.toString("utf8").split("\n");
  }
}
