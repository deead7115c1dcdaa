import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { faultLines } from "../../src/cli/faults.ts";
import { BenchError } from "../../src/core/index.ts";

describe("a fault", () => {
  it("is one line without control characters, whatever is in its message", () => {
    const text = fc.string({
      unit: fc.constantFrom("\n", "\r", "\u2028", "\u001b", "\0", "\u0085", "a", "é", "`", " "),
    });
    fc.assert(
      fc.property(text, (message) => {
        for (const error of [new BenchError("bad-argument", message), new Error(message), message])
          expect(faultLines(error, false)).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
      }),
    );
  });

  it.each([[Object.create(null) as object], [Object.assign(new Error("x"), { message: 5 })]])(
    "can be thrown without a text",
    (thrown) => {
      expect(faultLines(thrown, false)).toMatch(/^findbench: internal: \S/u);
    },
  );
});
