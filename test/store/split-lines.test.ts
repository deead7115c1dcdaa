import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitLines } from "../../src/store/split-lines.ts";
import { collect } from "./samples.ts";

describe("lines of a stream of bytes", () => {
  it("are the same however the bytes are cut into chunks", async () => {
    const pieces = fc.array(fc.string({ unit: "binary" }));
    const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(pieces, sizes, async (parts, lengths) => {
        const text = parts.join("\n");
        const lines = (await collect(splitLines(chunks(text, lengths)))).flat();
        expect(lines).toEqual(text.split("\n").slice(0, -1));
      }),
    );
  });
});

async function* chunks(text: string, lengths: readonly number[]): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0, i = 0; at < bytes.length; i += 1) {
    const length = lengths[i % lengths.length] ?? 1;
    yield bytes.subarray(at, at + length);
    at += length;
  }
}
