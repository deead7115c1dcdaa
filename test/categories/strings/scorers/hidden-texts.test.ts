import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chanceFrom, sha256Hex } from "../../../../src/core/index.ts";
import {
  distributionOf,
  sampleStringAtom,
  stringKinds,
} from "../../../../src/categories/strings/index.ts";
import type { StringSpec } from "../../../../src/categories/strings/index.ts";
import { hiddenTexts } from "../../../../src/categories/strings/scorers/hidden-texts.ts";

const battery = (arity: number, count: number, seed = "battery"): readonly (readonly string[])[] =>
  hiddenTexts(arity, count, chanceFrom(seed));

describe("hidden texts", () => {
  it("are so many different inputs, well formed, the same for the same stream", () => {
    const counts = fc.integer({ min: 1, max: 500 });
    fc.assert(
      fc.property(fc.constantFrom(1, 2), counts, fc.string(), (arity, count, seed) => {
        const inputs = battery(arity, count, seed);
        expect(inputs).toHaveLength(count);
        expect(new Set(inputs.map((input) => JSON.stringify(input))).size).toBe(count);
        expect(inputs.every((input) => input.length === arity)).toBe(true);
        expect(inputs.flat().some((text) => /\p{Surrogate}/u.test(text))).toBe(false);
        expect(battery(arity, count, seed)).toEqual(inputs);
      }),
      { numRuns: 30 },
    );
  });

  it("hold the edge cases from 250 inputs on", () => {
    const texts = new Set(battery(1, 250).flat());
    const edges = ["", " ", "a", "Z", "0", "Straße", "👍🏽 ok", "0123456789"];
    expect(edges.filter((text) => !texts.has(text))).toEqual([]);
  });

  it("have not drifted since their first release", () => {
    expect(sha256Hex(JSON.stringify([battery(1, 300), battery(2, 300)]))).toMatchSnapshot();
  });
});

describe("hidden texts separate neighbours", () => {
  const inputs = battery(1, 300);
  const profile = (spec: StringSpec): string =>
    JSON.stringify(inputs.map((input) => distributionOf(spec, input).map(({ result }) => result)));

  it("every operation from every other, and from itself with another letter or number", () => {
    const atoms = stringKinds.flatMap((kind) =>
      ["a", "b", "c"].map((seed) => sampleStringAtom(kind, chanceFrom(seed).fork(kind))),
    );
    const profiles = new Map<string, Set<string>>();
    for (const atom of atoms) {
      const key = profile(atom);
      profiles.set(key, (profiles.get(key) ?? new Set()).add(JSON.stringify(atom)));
    }
    const alike = [...profiles.values()].filter((names) => names.size > 1);
    // Counting a letter goes by two names.
    expect(alike.filter((names) => ![...names].every((name) => name.includes("count-")))).toEqual(
      [],
    );
  });

  it("each letter from each other letter, each position from each other", () => {
    const letters = [..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"];
    const removals = letters.map((letter) => profile({ kind: "remove-letter", letter }));
    expect(new Set(removals).size).toBe(52);
    const positions = [1, 2, 3, 4, 5, 6, 7, 8, 9];
    const shifts = positions.map((position) =>
      profile({ kind: "shift-by-letter-up", position, reading: "sound" }),
    );
    expect(new Set(shifts).size).toBe(9);
  });
});
