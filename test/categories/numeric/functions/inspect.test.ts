import { describe, expect, it } from "vitest";
import {
  answersVary,
  approximatedOf,
  arityOf,
  atomKinds,
  covers,
  familiesOf,
  familyKinds,
  hardKinds,
  lawOf,
  noiseDeviationAt,
  noiseMeanAt,
  noiseOf,
  regionsOf,
  scattersPerCall,
  withoutNetwork,
  withoutNoise,
  withoutRegions,
} from "../../../../src/categories/numeric/index.ts";
import type {
  Approximated,
  Corrupted,
  Law,
  Noised,
} from "../../../../src/categories/numeric/index.ts";

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
const network: Approximated = {
  kind: "approximated",
  law,
  layers: [
    { weights: [[1]], biases: [0] },
    { weights: [[2]], biases: [1] },
  ],
  precision: "float64",
  domain: { from: -100, to: 100 },
  error: null,
  learned: false,
};

describe("looking into a function", () => {
  it("finds law, regions and noise within the wrappers", () => {
    expect(lawOf(noised)).toBe(law);
    expect(lawOf(law)).toBe(law);
    expect(regionsOf(noised)).toEqual([{ from: 1, to: null }]);
    expect(regionsOf(law)).toEqual([]);
    expect(noiseOf(noised)).toEqual({ distribution: "poisson", scale: 3, growth: 0, mean: 3 });
    expect(noiseOf({ ...noised, distribution: "uniform" })?.mean).toBe(0);
    expect(noiseOf(corrupted)).toBeNull();
  });

  it("finds the network within the wrappers, and its law", () => {
    const wrapped: Noised = { ...noised, inner: { ...corrupted, inner: network } };
    expect(approximatedOf(wrapped)).toBe(network);
    expect(approximatedOf(noised)).toBeNull();
    expect(lawOf(wrapped)).toBe(law);
    expect(familiesOf(wrapped)).toEqual(["floor", "linear"]);
    expect(withoutNoise(wrapped)).toBe(wrapped.inner);
    expect(withoutRegions(wrapped)).toEqual({ ...noised, inner: network });
    expect(withoutRegions(corrupted)).toBe(law);
    expect(withoutNetwork(wrapped)).toEqual(noised);
    expect(withoutNetwork(network)).toBe(law);
  });

  it("counts arguments, one at least", () => {
    const third: Law = { kind: "compose", outer: line, inner: { kind: "argument", index: 2 } };
    expect([arityOf(line), arityOf(third), arityOf(noised)]).toEqual([1, 3, 1]);
    const pieces = [
      { upTo: 1, law: line },
      { upTo: null, law: third },
    ];
    expect(arityOf({ kind: "piecewise", pieces })).toBe(3);
    expect(familiesOf(third)).toEqual(["linear"]);
  });

  it("tells mean and deviation of noise where it grows", () => {
    const growing: Noised = { ...noised, growth: 0.5 };
    expect(noiseOf(growing)).toEqual({ distribution: "poisson", scale: 3, growth: 0.5, mean: 3 });
    expect([noiseMeanAt(growing, 0), noiseMeanAt(growing, -4)]).toEqual([3, 9]);
    expect(noiseMeanAt({ ...growing, distribution: "normal" }, 4)).toBe(0);
    expect(noiseMeanAt(corrupted, 4)).toBe(0);
    expect(noiseDeviationAt(growing, 4)).toBe(3);
    expect(noiseDeviationAt({ ...growing, distribution: "normal" }, 4)).toBe(9);
    expect(noiseDeviationAt({ ...growing, distribution: "uniform" }, 4)).toBeCloseTo(
      Math.sqrt(27),
      12,
    );
    expect(noiseDeviationAt(corrupted, 4)).toBe(0);
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

  it("knows which scatter is drawn anew", () => {
    const anew: Corrupted = { ...corrupted, scatter: "per-call" };
    expect([law, corrupted, anew, { ...noised, inner: anew }].map(scattersPerCall)).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  it("counts both ends of a region as inside", () => {
    const covered = [0, 1, 1.5, 2, 3].map((x) => covers({ from: 1, to: 2 }, x));
    expect(covered).toEqual([false, true, true, true, false]);
    expect(covers({ from: null, to: null }, 1e9)).toBe(true);
  });

  it("has the 16 released families, and two that stand in compositions only, and others beyond", () => {
    expect(familyKinds).toHaveLength(16);
    expect(new Set(atomKinds).size).toBe(atomKinds.length);
    expect(new Set(atomKinds)).toEqual(new Set([...familyKinds, "ceil", "floor", ...hardKinds]));
  });
});
