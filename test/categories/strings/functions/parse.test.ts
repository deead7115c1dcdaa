import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BenchError } from "../../../../src/core/index.ts";
import { parseStringSpec } from "../../../../src/categories/strings/index.ts";

const reverse = { kind: "reverse" };
const joined = { kind: "joined", how: "longer", left: null, right: reverse };
const chain = { kind: "chain", steps: [joined, reverse] };
const when = { kind: "contains", class: "digit" };
const excepted = { kind: "excepted", inner: chain, when, then: reverse };

describe("what is refused", () => {
  it.each<readonly [string, unknown]>([
    ["nothing", null],
    ["a text", "reverse"],
    ["no kind", {}],
    ["a field too many", { kind: "reverse", reading: "sound" }],
    ["no reading", { kind: "length" }],
    ["an unknown reading", { kind: "length", reading: "official" }],
    ["two letters", { kind: "insert-letter", letter: "ab" }],
    ["a letter outside ASCII", { kind: "remove-letter", letter: "é" }],
    ["a shift by 0", { kind: "shift-up", by: 0, reading: "sound" }],
    ["a shift by 10", { kind: "shift-up", by: 10, reading: "sound" }],
    ["a shift by 1.5", { kind: "shift-middle-up", by: 1.5, reading: "sound" }],
    ["a shift by 26", { kind: "shift-last-up", by: 26, reading: "sound" }],
    ["position 0", { kind: "shift-by-letter-up", position: 0, reading: "sound" }],
    ["equal positions", { kind: "shift-position-up", from: 1, at: 1, reading: "sound" }],
    ["equal places", { kind: "swap-positions", first: 2, second: 2 }],
    ["digit 0", { kind: "insert-number", number: 0 }],
    ["no suffix", { kind: "append", suffix: "" }],
    ["a long suffix", { kind: "append", suffix: "abcdef" }],
    ["equal letters", { kind: "replace-letter", old: "a", new: "a" }],
    ["half an alphabet", { kind: "map-letters", alphabet: "abcdefghijklm" }],
    ["a letter twice", { kind: "map-letters", alphabet: "aacdefghijklmnopqrstuvwxyz" }],
    ["a chain of one", { kind: "chain", steps: [reverse] }],
    ["a chain of 17", { kind: "chain", steps: Array.from({ length: 17 }, () => reverse) }],
    ["a chain that is no list", { kind: "chain", steps: "reverse" }],
    ["a joint without a side", { kind: "joined", how: "longer", left: null }],
    ["an unknown way to join", { ...joined, how: "shorter" }],
    ["an unknown class", { ...excepted, when: { kind: "contains", class: "consonant" } }],
    ["an unknown condition", { ...excepted, when: { kind: "rhymes" } }],
    ["shorter than 0", { ...excepted, when: { kind: "shorter-than", length: 0 } }],
    ["a lone surrogate", { ...excepted, then: { kind: "constant-text", text: "\ud800" } }],
    ["a long text", { ...excepted, then: { kind: "constant-text", text: "x".repeat(1001) } }],
  ])("%s, as a bad parameter", (_, value) => {
    expect(() => parseStringSpec(value)).toThrow(
      expect.objectContaining({ code: "bad-parameter" }),
    );
  });

  it.each<readonly [string, unknown]>([
    ["an unknown operation", { kind: "frobnicate" }],
    ["a released name", { kind: "reverse_string" }],
    ["a numeric family", { kind: "sine" }],
    ["an unknown step", { kind: "chain", steps: [reverse, { kind: "toString" }] }],
  ])("%s, as unknown", (_, value) => {
    expect(() => parseStringSpec(value)).toThrow(
      expect.objectContaining({ code: "unknown-family" }),
    );
  });

  it.each<readonly [string, unknown]>([
    ["a chain in a chain", { kind: "chain", steps: [chain, reverse] }],
    ["two texts joined after a step", { kind: "chain", steps: [reverse, joined] }],
    ["a chain on one side", { ...joined, left: chain }],
    ["an exception in a chain", { kind: "chain", steps: [reverse, excepted] }],
    ["an exception of an exception", { ...excepted, inner: excepted }],
    ["a chain instead", { ...excepted, then: chain }],
    ["a constant alone", { kind: "constant-text", text: "a" }],
  ])("%s, as nested wrongly", (_, value) => {
    expect(() => parseStringSpec(value)).toThrow(
      expect.objectContaining({ code: "bad-wrapper-order" }),
    );
  });

  it("anything else, with a BenchError on one line", () =>
    fc.assert(
      fc.property(fc.anything(), (value) => {
        try {
          parseStringSpec(value);
        } catch (error) {
          expect(error).toBeInstanceOf(BenchError);
          expect(String(error)).toMatch(/^BenchError: Expected [^\n]+; got [^\n]+; [^\n]+$/u);
        }
      }),
    ));
});

it("what is right is taken as it is", () => {
  for (const spec of [reverse, joined, chain, excepted])
    expect(parseStringSpec(spec)).toEqual(spec);
});
