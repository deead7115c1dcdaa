import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseEntitySpec } from "../../../src/categories/entities/index.ts";
import { lexicon, specOf, unit } from "./fixture.ts";

const word = fc.constantFrom(...lexicon.entries.map((entry) => entry.word), "xyzzy");
const names = lexicon.concepts.map(({ name }) => name);
const pair = fc.shuffledSubarray(names, { minLength: 2, maxLength: 2 });
const joined = (join: "or" | "and" | "and-not", concepts: readonly string[]) =>
  unit(concepts, { join });

describe("two concepts", () => {
  it("joined by or are the larger, by and the smaller, in either order", () => {
    fc.assert(
      fc.property(pair, word, (concepts, text) => {
        const each = concepts.map((name) => unit([name]).activation(text));
        const other = concepts.toReversed();
        expect(joined("or", concepts).activation(text)).toBe(Math.max(...each));
        expect(joined("and", concepts).activation(text)).toBe(Math.min(...each));
        expect(joined("or", other).activation(text)).toBe(Math.max(...each));
        expect(joined("and", other).activation(text)).toBe(Math.min(...each));
      }),
    );
  });

  it("joined by and-not are the first where the second is silent, and less elsewhere", () => {
    fc.assert(
      fc.property(pair, word, (concepts, text) => {
        const [one = 0, two = 0] = concepts.map((name) => unit([name]).activation(text));
        expect(joined("and-not", concepts).activation(text)).toBeCloseTo(one * (1 - two), 3);
      }),
    );
  });
});

describe("an exception", () => {
  it("silences the words that meet its condition, and no others", () => {
    const exception = { kind: "silent", when: { kind: "name" } } as const;
    const [plain, excepted] = [unit(["tennis"]), unit(["tennis"], { exception })];
    expect(plain.activation("wimbledon")).toBeGreaterThan(0.8);
    expect(excepted.activation("wimbledon")).toBeLessThan(0.03);
    expect(excepted.byRule("wimbledon")).toBe(plain.activation("wimbledon"));
    expect(excepted.activation("racket")).toBe(plain.activation("racket"));
  });

  it("lets words of a sibling fire", () => {
    const words = ["putter", "fairway"];
    const exception = { kind: "fires", concept: "golf", words } as const;
    const excepted = unit(["tennis"], { exception });
    expect(excepted.activation("Fairways")).toBeGreaterThan(0.8);
    expect(excepted.activation("caddie")).toBeLessThan(0.3);
  });
});

describe("an approximation", () => {
  it("is off by no more than its strength, always by as much", () => {
    const approximation = { seed: "s", strength: 0.2 };
    const [plain, nearly] = [unit(["opera"]), unit(["opera"], { approximation })];
    let moved = 0;
    for (const { word: text } of lexicon.entries) {
      const distance = Math.abs(nearly.activation(text) - plain.activation(text));
      expect(distance).toBeLessThanOrEqual(0.2001);
      expect(nearly.activation(text)).toBe(nearly.activation(text.toUpperCase()));
      if (distance > 0.01) moved += 1;
    }
    expect(moved).toBeGreaterThan(lexicon.entries.length / 4);
  });
});

describe("a spec", () => {
  it("is read back as it was written", () => {
    const spec = specOf(["tennis", "golf"], {
      join: "and-not",
      noise: { distribution: "normal", scale: 0.05 },
      exception: { kind: "silent", when: { kind: "starts-with", letter: "s" } },
    });
    expect(parseEntitySpec(JSON.parse(JSON.stringify(spec)))).toEqual(spec);
  });

  it.each([
    [specOf(["tennis", "golf"]), /join/u],
    [specOf(["tennis"], { join: "or" }), /join/u],
    [specOf(["tennis", "tennis"], { join: "or" }), /two different concepts/u],
    [specOf([]), /at least one concept/u],
    [{ ...specOf(["tennis"]), backend: { name: "oracle" } }, /backend/u],
  ])("is refused where it is none: %#", (spec, fault) =>
    expect(() => parseEntitySpec(spec)).toThrow(fault),
  );
});
