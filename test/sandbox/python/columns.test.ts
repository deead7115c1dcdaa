import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeOutputs, encodeInputs, OUTPUT_BYTES } from "../../../src/sandbox/python/columns.ts";
import { verdictOf } from "../../../src/sandbox/python/outcome.ts";

const ended = { letter: "E", status: 0, spent: 0.1 };
const asked = { count: 2, entry: "f", seconds: 1, apart: false };

describe("columns that a program wrote", () => {
  it("are results, as many as were asked for, or nothing, whatever the bytes are", () =>
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(10), (bytes, count) => {
        const results = decodeOutputs(Buffer.from(bytes), count);
        expect(results === undefined || results.length === count).toBe(true);
      }),
      { numRuns: 2000 },
    ));

  it("are nothing when a byte is missing or one too many", () =>
    fc.assert(
      fc.property(fc.nat(10), (count) => {
        const whole = Buffer.alloc(OUTPUT_BYTES * count, 0);
        expect(decodeOutputs(whole, count)).toHaveLength(count);
        expect(decodeOutputs(Buffer.concat([whole, Buffer.alloc(1)]), count)).toBeUndefined();
        if (count > 0) expect(decodeOutputs(whole.subarray(1), count)).toBeUndefined();
      }),
    ));

  it("cannot claim more text than there is", () => {
    const claim = Buffer.alloc(OUTPUT_BYTES);
    claim.writeUInt8(3, 0);
    for (const size of [1, 1_000_001, 0xffffffff]) {
      claim.writeUInt32LE(size, 17);
      expect(decodeOutputs(claim, 1)).toBeUndefined();
    }
  });

  it("give an outcome, whatever was written and however it ended", () =>
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 100 }),
        fc.constantFrom("", "L", "LC", "LM", "N", "A", "C"),
        fc.record({
          letter: fc.constantFrom("E", "K", "T", "F", "W"),
          status: fc.nat(0xffff),
          spent: fc.double({ min: 0, max: 2 }),
        }),
        (bytes, start, ending) => {
          const written = Buffer.concat([Buffer.from(start), bytes]);
          const outcome = verdictOf(written, ending, asked);
          expect(outcome.kind).not.toBe("no-sandbox");
          expect(outcome.kind === "starved").toBe(ending.letter === "W");
          expect(outcome.kind === "ran" ? outcome.outputs : [1, 2]).toHaveLength(2);
        },
      ),
      { numRuns: 2000 },
    ));

  it("tell a program that a signal ended before it was loaded from one that was running", () => {
    const one = { ...asked, count: 1 };
    const message = "the program's process ended by SIGSEGV";
    const crashed = { ...ended, status: 11 };
    expect(verdictOf(Buffer.from(""), crashed, one)).toEqual({ kind: "not-loaded", message });
    expect(verdictOf(Buffer.from("L"), crashed, one)).toEqual({
      kind: "ran",
      outputs: [{ kind: "threw", message }],
    });
    expect(verdictOf(Buffer.from("L"), ended, one)).toEqual({
      kind: "ran",
      outputs: [{ kind: "threw", message: "the program's process ended without a result" }],
    });
  });
});

it("a process that something else killed is lost, unless its time was over", () => {
  const killed = { letter: "E", status: 9, spent: 0.5 };
  expect(verdictOf(Buffer.from("L"), killed, asked)).toEqual({
    kind: "lost",
    message: "the program's process ended by SIGKILL",
  });
  expect(verdictOf(Buffer.from("L"), { ...killed, spent: 1 }, asked)).toEqual({
    kind: "timed-out",
  });
});

it("inputs are written with a kind and a size each, then numbers, then texts", () => {
  const bytes = encodeInputs([1.5, "añ", [-0, 2]]);
  expect([...bytes.subarray(0, 3)]).toEqual([0, 1, 2]);
  expect([3, 7, 11].map((at) => bytes.readUInt32LE(at))).toEqual([1, 2, 2]);
  expect([15, 23, 31].map((at) => bytes.readDoubleLE(at))).toEqual([1.5, -0, 2]);
  expect(bytes.toString("utf16le", 39)).toBe("añ");
});
