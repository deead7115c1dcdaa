import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chanceFrom } from "../../../../src/core/index.ts";
import {
  arityOfText,
  atomsOf,
  distributionOf,
  isRandom,
  matches,
  releasedName,
  sampleChain,
  sampleException,
  sampleJoined,
  stringKinds,
} from "../../../../src/categories/strings/index.ts";
import type { StringSpec } from "../../../../src/categories/strings/index.ts";
import { arbitraryLaw } from "./arbitraries.ts";

const chance = chanceFrom("sampling");
const pairs = Array.from({ length: 20_000 }, (_, i) =>
  sampleChain(chance.fork(i), 2).steps.map(({ kind }) => kind),
);

describe("chains", () => {
  it("are as deep as asked for", () =>
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 2, max: 16 }), (seed, depth) => {
        const chain = sampleChain(chanceFrom(seed), depth);
        expect(chain.steps).toHaveLength(depth);
        expect(chain).toEqual(sampleChain(chanceFrom(seed), depth));
      }),
    ));

  it.each([0, 1, 17, 2.5, NaN])("are not %d deep", (depth) => {
    expect(() => sampleChain(chanceFrom(""), depth)).toThrow(
      expect.objectContaining({ code: "bad-argument" }),
    );
  });

  it("end with every released operation about as often", () => {
    for (const kind of stringKinds.filter((each) => releasedName(each) !== null)) {
      const count = pairs.filter(([, last]) => last === kind).length;
      expect(count).toBeGreaterThan(200);
      expect(count).toBeLessThan(400);
    }
  });

  it("never start with a single character, a substitution, or what comes next again", () => {
    const firsts = new Set(pairs.map(([first]) => first));
    expect(firsts.size).toBe(63);
    for (const kind of ["first-character", "last-character", "middle-character", "map-letters"]) {
      expect([...firsts]).not.toContain(kind);
    }
    expect(pairs.filter(([first, last]) => first === last)).toEqual([]);
  });

  it("remove digits first twice as often as anything else", () => {
    const count = (kind: string): number => pairs.filter(([first]) => first === kind).length;
    expect(count("remove-digits") / count("insert-number")).toBeGreaterThan(1.3);
  });

  it.each([
    ["strip", "remove-whitespace"],
    ["lowercase", "uppercase"],
    ["uppercase", "lowercase"],
    ["remove-digits", "spell-digits"],
    ["count-vowels", "length"],
    ["length", "strip-left"],
    ["replace-vowels-with-last", "reverse-vowels"],
    ["letter-indexes", "shift-any-up"],
  ])("do not end with %s after %s", (outer, inner) => {
    expect(pairs.filter(([first, last]) => first === inner && last === outer)).toEqual([]);
  });
});

describe("two texts joined", () => {
  it("are joined in every way, without chance, each changed or not", () => {
    const all = Array.from({ length: 500 }, (_, i) => sampleJoined(chance.fork("joined", i)));
    expect(new Set(all.map(({ how }) => how)).size).toBe(4);
    expect(all.some(({ left, right }) => left === null && right === null)).toBe(true);
    expect(all.some(({ left, right }) => left !== null && right !== null)).toBe(true);
    expect(all.filter(isRandom)).toEqual([]);
    expect(new Set(all.map(arityOfText))).toEqual(new Set([2]));
  });

  it.each<readonly [StringSpec, string]>([
    [{ kind: "joined", how: "concatenate", left: null, right: null }, "abcxé"],
    [{ kind: "joined", how: "interleave", left: null, right: { kind: "uppercase" } }, "aXbÉc"],
    [{ kind: "joined", how: "longer", left: null, right: null }, "abc"],
    [
      {
        kind: "joined",
        how: "common",
        left: { kind: "append-first" },
        right: { kind: "append", suffix: "ba" },
      },
      "aba",
    ],
  ])("%j", (spec, expected) => {
    expect(distributionOf(spec, ["abc", "xé"])).toEqual([{ result: expected, probability: 1 }]);
  });

  it("may come first in a chain", () => {
    const spec: StringSpec = {
      kind: "chain",
      steps: [{ kind: "joined", how: "concatenate", left: null, right: null }, { kind: "reverse" }],
    };
    expect(arityOfText(spec)).toBe(2);
    expect(distributionOf(spec, ["ab", "c"])).toEqual([{ result: "cba", probability: 1 }]);
    expect(atomsOf(spec)).toEqual([{ kind: "reverse" }]);
  });
});

describe("exceptions", () => {
  it("are found for any law, the same from the same seed, and keep it elsewhere", () =>
    fc.assert(
      fc.property(arbitraryLaw, fc.string(), (law, seed) => {
        const excepted = sampleException(law, chanceFrom(seed));
        expect(excepted).toEqual(sampleException(law, chanceFrom(seed)));
        expect(excepted.inner).toBe(law);
      }),
    ));

  it.each([
    [{ kind: "starts-with", class: "vowel" }, "Apple", "pear"],
    [{ kind: "starts-with", class: "space" }, "\u2003a", "a "],
    [{ kind: "starts-with", class: "letter" }, "𝐀", ""],
    [{ kind: "ends-with", class: "digit" }, "a1", "1a"],
    [{ kind: "ends-with", class: "letter" }, "1𐐀", "a😀"],
    [{ kind: "contains", class: "uppercase" }, "aB", "ab"],
    [{ kind: "contains", class: "lowercase" }, "Ab", "A"],
    [{ kind: "contains-letter", letter: "q" }, "Iraq", "Q"],
    [{ kind: "longer-than", length: 2 }, "abc", "😀😀"],
    [{ kind: "shorter-than", length: 2 }, "😀", "ab"],
  ] as const)("%j", (condition, met, unmet) => {
    expect(matches(condition, met)).toBe(true);
    expect(matches(condition, unmet)).toBe(false);
  });

  it("hold for the text as it comes in", () => {
    const spec: StringSpec = {
      kind: "excepted",
      inner: { kind: "reverse" },
      when: { kind: "starts-with", class: "digit" },
      then: { kind: "constant-text", text: "none" },
    };
    expect(distributionOf(spec, ["1a"])).toEqual([{ result: "none", probability: 1 }]);
    expect(distributionOf(spec, ["a1"])).toEqual([{ result: "1a", probability: 1 }]);
  });
});

describe("inputs that are refused", () => {
  it.each<readonly [string, StringSpec, readonly string[]]>([
    ["two texts for one", { kind: "reverse" }, ["a", "b"]],
    ["one text for two", { kind: "joined", how: "longer", left: null, right: null }, ["a"]],
    [
      "too long for a list of all results",
      { kind: "shift-any-up", reading: "sound" },
      ["ab".repeat(5000)],
    ],
  ])("%s", (_, spec, texts) => {
    expect(() => distributionOf(spec, texts)).toThrow(
      expect.objectContaining({ code: "bad-argument" }),
    );
  });
});
