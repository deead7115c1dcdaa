import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chanceFrom } from "../../../src/core/index.ts";
import { sampleAtom, sampleComposition, sampleCorruption } from "../../../src/functions/index.ts";
import type { Atom, CorruptionOptions, Law } from "../../../src/functions/index.ts";

const seeds = Array.from({ length: 300 }, (_, i) => chanceFrom(`range ${i}`));

/** Every number that an atom has, by the name of its parameter, over many draws. */
function drawn(kind: Atom["kind"]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const seed of seeds) {
    for (const [name, value] of Object.entries(sampleAtom(kind, seed.fork(kind)))) {
      const numbers = [value].flat().filter((part) => typeof part === "number");
      found.set(name, [...(found.get(name) ?? []), ...numbers]);
    }
  }
  return found;
}

const ranges: readonly (readonly [
  Atom["kind"],
  Readonly<Record<string, readonly [number, number]>>,
])[] = [
  ["constant", { value: [-100, 100] }],
  ["linear", { slope: [-10, 10], intercept: [-10, 10] }],
  ["polynomial", { coefficients: [-5, 5] }],
  ["absolute", { slope: [-30, 30], offset: [-10, 10] }],
  ["root", { scale: [-30, 30], degree: [1, 2], offset: [-10, 10] }],
  ["logarithm", { scale: [-30, 30], base: [1.1, 9.2], offset: [-10, 10] }],
  ["step", { height: [-30, 30], atZero: [-100, 100], offset: [-10, 10] }],
  ["leaky-relu", { slope: [-30, 30], leak: [0, 0.9], offset: [-10, 10] }],
  ["tanh", { amplitude: [-10, 10], period: [0.1, 6.2], shift: [0.1, 6.2], offset: [-10, 10] }],
  ["sine", { amplitude: [-10, 10], period: [0.1, 6.2], shift: [0.1, 6.2], offset: [-10, 10] }],
  ["cosine", { amplitude: [-10, 10], period: [0.1, 6.2], shift: [0.1, 6.2], offset: [-10, 10] }],
  ["reciprocal", { scale: [-10, 10] }],
  ["gaussian", { mean: [-50, 50], deviation: [1, 10] }],
  ["rational", { numerator: [-10, 10], denominator: [-10, 10] }],
  ["rectangle", { width: [1, 9.5] }],
  ["square-wave", { period: [1, 10], shift: [-5, 5] }],
];

describe.each(ranges)("a drawn %s", (kind, expected) => {
  const found = drawn(kind);

  it("has parameters that fill the released ranges", () => {
    for (const [name, [low, high]] of Object.entries(expected)) {
      const numbers = found.get(name) ?? [];
      const slack = (high - low) * 0.05;
      expect([name, Math.min(...numbers)]).toEqual([
        name,
        expect.closeTo(low, -Math.log10(2 * slack)),
      ]);
      expect(Math.min(...numbers)).toBeGreaterThanOrEqual(low);
      expect(Math.min(...numbers)).toBeLessThanOrEqual(low + slack);
      expect(Math.max(...numbers)).toBeLessThanOrEqual(high);
      expect(Math.max(...numbers)).toBeGreaterThanOrEqual(high - slack);
    }
  });

  it("has parameters with at most one decimal", () => {
    const numbers = [...found.values()].flat();
    expect(numbers.filter((value) => !/^-?\d+(?:\.\d)?$/u.test(String(value)))).toEqual([]);
    expect(numbers.some((value) => Object.is(value, -0))).toBe(false);
  });
});

describe("drawn parameters", () => {
  it.each([
    ["constant", "value"],
    ["linear", "slope"],
    ["absolute", "slope"],
    ["root", "scale"],
    ["logarithm", "scale"],
    ["step", "height"],
    ["leaky-relu", "slope"],
    ["sine", "amplitude"],
    ["cosine", "amplitude"],
    ["tanh", "amplitude"],
    ["reciprocal", "scale"],
  ] as const)("never make a %s vanish by its %s", (kind, name) =>
    expect(drawn(kind).get(name)).not.toContain(0),
  );

  it("keep polynomials and quotients at their degree", () => {
    for (const seed of seeds) {
      const polynomial = sampleAtom("polynomial", seed.fork("p"));
      const rational = sampleAtom("rational", seed.fork("r"));
      if (polynomial.kind !== "polynomial" || rational.kind !== "rational")
        throw new Error(polynomial.kind);
      const { numerator, denominator } = rational;
      expect(polynomial.coefficients.length).toBeGreaterThanOrEqual(3);
      expect(polynomial.coefficients.length).toBeLessThanOrEqual(6);
      expect(numerator.length).toBeLessThan(denominator.length);
      expect(denominator.length).toBeLessThanOrEqual(6);
      for (const list of [polynomial.coefficients, numerator, denominator])
        expect(list.at(-1)).not.toBe(0);
    }
  });
});

describe("a drawn composition", () => {
  it("nests from the outermost kind in", () =>
    expect(sampleComposition("compose", ["ceil", "floor", "ceil"], chanceFrom("a"))).toEqual({
      kind: "compose",
      outer: { kind: "ceil" },
      inner: { kind: "compose", outer: { kind: "floor" }, inner: { kind: "ceil" } },
    }));

  it.each([[[]], [["sine"]]] as const)("needs two kinds; %j are too few", (kinds) =>
    expect(() => sampleComposition("sum", kinds, chanceFrom("a"))).toThrow(/at least two kinds/u),
  );
});

describe("a drawn corruption", () => {
  const options: CorruptionOptions = {
    side: "inside",
    replacement: "mean",
    spread: 0.1,
    scatter: "per-call",
  };

  it("takes the mean over the released grid, of real values only", () => {
    const law: Law = { kind: "absolute", slope: 26.8, offset: -8.2 };
    const [region] = sampleCorruption(law, chanceFrom("a"), options).regions;
    // The released record f00000 gives 1345.3353535353535 for this law.
    expect(region?.replacement).toEqual({
      kind: "constant",
      value: expect.closeTo(1345.3353535353535, 9),
    });
    const root: Law = { kind: "root", scale: 0, degree: 2, offset: 3, negative: "complex" };
    const [rooted] = sampleCorruption(root, chanceFrom("a"), options).regions;
    expect(rooted?.replacement).toEqual({ kind: "constant", value: 3 });
  });

  it("moves the law by its own spread or so, and never leaves it as it is", () =>
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom("constant", "line", "polynomial"),
        fc.constantFrom("inside", "below", "above"),
        (seed, replacement, side) => {
          const law: Law = { kind: "sine", amplitude: 5, period: 50, shift: 0, offset: 100 };
          const drawnSpec = sampleCorruption(law, chanceFrom(seed), {
            ...options,
            replacement,
            side,
          });
          const [region] = drawnSpec.regions;
          const stand = region?.replacement;
          const centre = ((region?.from ?? -128) + (region?.to ?? 128)) / 2;
          if (stand === undefined) throw new Error("Expected a region");
          const value =
            stand.kind === "constant"
              ? stand.value
              : stand.kind === "linear"
                ? stand.slope * centre + stand.intercept
                : stand.coefficients.reduceRight((sum, part) => sum * centre + part, 0);
          expect(Math.abs(value - 100)).toBeGreaterThan(1);
          expect(Math.abs(value - 100)).toBeLessThan(25);
        },
      ),
      { numRuns: 1000 },
    ));
});
