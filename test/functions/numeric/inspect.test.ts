import { describe, expect, it } from "vitest";
import {
  answersVary,
  atomKinds,
  covers,
  familiesOf,
  familyKinds,
  lawOf,
  noiseOf,
  regionsOf,
} from "../../../src/functions/index.ts";
import type { Corrupted, Law, Noised } from "../../../src/functions/index.ts";

const floor: Law = { kind: "floor" };
const line: Law = { kind: "linear", slope: 1, intercept: 0 };
const law: Law = {
  kind: "sum",
  terms: [
    line,
    { kind: "compose", outer: floor, inner: line },
    { kind: "product", factors: [line, floor] },
  ],
};
const corrupted: Corrupted = {
  kind: "corrupted",
  inner: law,
  regions: [{ from: 1, to: null, replacement: { kind: "constant", value: 2 } }],
  spread: 0.1,
  scatter: "per-input",
};
const noised: Noised = { kind: "noised", inner: corrupted, distribution: "poisson", scale: 3 };

describe("looking into a function", () => {
  it("finds law, regions and noise within the wrappers", () => {
    expect(lawOf(noised)).toBe(law);
    expect(lawOf(law)).toBe(law);
    expect(regionsOf(noised)).toEqual([{ from: 1, to: null }]);
    expect(regionsOf(law)).toEqual([]);
    expect(noiseOf(noised)).toEqual({ distribution: "poisson", scale: 3, mean: 3 });
    expect(noiseOf({ ...noised, distribution: "uniform" })?.mean).toBe(0);
    expect(noiseOf(corrupted)).toBeNull();
  });

  it("lists the kinds of atom of the law, each once, sorted, without replacements", () =>
    expect(familiesOf(noised)).toEqual(["floor", "linear"]));

  it("knows when asking twice can give two answers", () => {
    expect(answersVary(law)).toBe(false);
    expect(answersVary(corrupted)).toBe(false);
    expect(answersVary({ ...corrupted, scatter: "per-call" })).toBe(true);
    expect(answersVary({ ...corrupted, scatter: "per-call", spread: 0 })).toBe(false);
    expect(answersVary(noised)).toBe(true);
  });

  it("counts both ends of a region as inside", () => {
    const covered = [0, 1, 1.5, 2, 3].map((x) => covers({ from: 1, to: 2 }, x));
    expect(covered).toEqual([false, true, true, true, false]);
    expect(covers({ from: null, to: null }, 1e9)).toBe(true);
  });

  it("has the 16 released families, and two that stand in compositions only", () => {
    expect(familyKinds).toHaveLength(16);
    expect(new Set(atomKinds).size).toBe(18);
  });
});
