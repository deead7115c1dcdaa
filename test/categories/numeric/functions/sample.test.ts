import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chanceFrom } from "../../../../src/core/index.ts";
import {
  arityOf,
  atomKinds,
  evaluate,
  hardKinds,
  parseNumericSpec,
  sampleAtom,
  sampleComposition,
  sampleCorruption,
  sampleDeep,
  sampleNoise,
  samplePiecewise,
  sampleSeveral,
} from "../../../../src/categories/numeric/index.ts";
import type { Atom, CorruptionOptions, Law } from "../../../../src/categories/numeric/index.ts";

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
  ["square-wave", { period: [1, 10], shift: [-4.975, 5.025] }],
];

const hardRanges: typeof ranges = [
  ["exponential", { scale: [-10, 10], rate: [-0.05, 0.05], offset: [-10, 10] }],
  ["logistic", { height: [-30, 30], steepness: [-1, 1], centre: [-64, 64], offset: [-10, 10] }],
  ["modulo", { divisor: [2, 40], scale: [-10, 10], offset: [-10, 10] }],
  [
    "damped-sine",
    {
      amplitude: [-10, 10],
      period: [2, 40],
      shift: [0.1, 6.2],
      decay: [0.01, 0.05],
      offset: [-10, 10],
    },
  ],
];

describe.each([...ranges, ...hardRanges])("a drawn %s", (kind, expected) => {
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

  it("has parameters with few decimals", () => {
    // The shift of a square wave lies between tenths, where no published test point is.
    const fine = ["rate", "decay", "steepness", ...(kind === "square-wave" ? ["shift"] : [])];
    const numbers = [...found].flatMap(([name, values]) => (fine.includes(name) ? [] : values));
    expect(numbers.filter((value) => !/^-?\d+(?:\.\d)?$/u.test(String(value)))).toEqual([]);
    const others = fine.flatMap((name) => found.get(name) ?? []);
    expect(others.filter((value) => !/^-?\d(?:\.\d{1,3})?$/u.test(String(value)))).toEqual([]);
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
    ["exponential", "scale"],
    ["exponential", "rate"],
    ["logistic", "height"],
    ["logistic", "steepness"],
    ["modulo", "scale"],
    ["damped-sine", "amplitude"],
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

describe("a drawn law of the families beyond", () => {
  it.each(hardKinds)("varies visibly and stays finite: %s", (kind) => {
    const xs = Float64Array.from({ length: 513 }, (_, i) => i - 256);
    for (const seed of seeds) {
      const { re } = evaluate(sampleAtom(kind, seed.fork("seen")), xs);
      const seen = re.subarray(128, 385);
      expect(re.every((y) => Math.abs(y) < 1e8)).toBe(true);
      expect(Math.max(...seen) - Math.min(...seen)).toBeGreaterThan(0.04);
    }
  });
});

/** How many levels of laws there are. */
function depthOf(law: Law): number {
  const parts =
    law.kind === "sum"
      ? law.terms
      : law.kind === "product"
        ? law.factors
        : law.kind === "compose"
          ? [law.outer, law.inner]
          : [];
  return 1 + Math.max(0, ...parts.map(depthOf));
}

describe("a drawn structure", () => {
  const operations = ["sum", "product", "compose"] as const;

  it("nests to exactly the depth asked for", () =>
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 6 }), (seed, depth) => {
        const draw = (): Law => {
          const chance = chanceFrom(seed);
          return sampleDeep(
            () => chance.pick(operations),
            () => chance.pick(atomKinds),
            depth,
            chance.fork("law"),
          );
        };
        expect(depthOf(draw())).toBe(depth);
        expect(draw()).toEqual(draw());
        expect(parseNumericSpec(draw())).toEqual(draw());
      }),
    ));

  it("gives each kind its piece, at least 10 long", () =>
    fc.assert(
      fc.property(
        fc.string(),
        fc.array(fc.constantFrom(...atomKinds), { minLength: 2, maxLength: 16 }),
        (seed, kinds) => {
          const law = samplePiecewise(kinds, chanceFrom(seed));
          expect(law.pieces.map((piece) => piece.law.kind)).toEqual(kinds);
          const ends = law.pieces.flatMap(({ upTo }) => upTo ?? []);
          const lengths = ends.slice(1).map((end, i) => end - (ends[i] ?? NaN));
          expect(ends.every((end) => Math.abs(end) <= 100)).toBe(true);
          expect(lengths.every((length) => length > 10 - 1e-9)).toBe(true);
          expect(parseNumericSpec(law)).toEqual(law);
          expect(samplePiecewise(kinds, chanceFrom(seed))).toEqual(law);
        },
      ),
    ));

  it("has the arguments asked for, each in a law of its own", () =>
    fc.assert(
      fc.property(
        fc.string(),
        fc.integer({ min: 2, max: 5 }),
        fc.array(fc.constantFrom(...atomKinds), { minLength: 1, maxLength: 4 }),
        fc.array(fc.constantFrom(...operations), { minLength: 1, maxLength: 2 }),
        (seed, arity, kinds, names) => {
          const law = sampleSeveral(arity, kinds, names, chanceFrom(seed));
          expect(arityOf(law)).toBe(arity);
          expect(parseNumericSpec(law)).toEqual(law);
          const indices = [...JSON.stringify(law).matchAll(/"index":(\d)/gu)].map(([, i]) => i);
          expect(indices.map(Number)).toEqual([...Array.from({ length: arity }).keys()]);
        },
      ),
    ));

  it.each([
    ["one piece", () => samplePiecewise(["sine"], chanceFrom("a"))],
    ["30 pieces", () => samplePiecewise(Array(30).fill("sine"), chanceFrom("a"))],
    ["one argument", () => sampleSeveral(1, ["sine"], ["sum"], chanceFrom("a"))],
    ["no kind", () => sampleSeveral(2, [], ["sum"], chanceFrom("a"))],
    ["no operation", () => sampleSeveral(2, ["sine"], [], chanceFrom("a"))],
  ])("cannot be made of %s", (_name, draw) => expect(draw).toThrow(/^Expected .+; got /u));
});

describe("drawn noise", () => {
  it("names its growth only where it grows", () => {
    const law: Law = { kind: "ceil" };
    const options = { distribution: "normal", scale: 2 } as const;
    const plain = { kind: "noised", inner: law, ...options };
    const still = sampleNoise(law, chanceFrom("a"), { ...options, growth: 0 });
    expect(JSON.stringify(still)).toBe(JSON.stringify(plain));
    const grown = sampleNoise(law, chanceFrom("a"), { ...options, growth: 0.1 });
    expect(grown).toEqual({ ...plain, growth: 0.1 });
  });
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

  it("has as many regions inside as asked for, apart and of the width asked for", () =>
    fc.assert(
      fc.property(
        fc.string(),
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom({ from: 1, to: 5 }, { from: 5, to: 25 }, { from: 0.5, to: 0.5 }),
        (seed, count, width) => {
          const law: Law = { kind: "ceil" };
          const more = { ...options, replacement: "line", count, width } as const;
          const drawnSpec = sampleCorruption(law, chanceFrom(seed), more);
          expect(sampleCorruption(law, chanceFrom(seed), more)).toEqual(drawnSpec);
          expect(parseNumericSpec(drawnSpec)).toEqual(drawnSpec);
          const ends = drawnSpec.regions.flatMap(({ from, to }) => [from ?? NaN, to ?? NaN]);
          expect(ends).toHaveLength(2 * count);
          expect(ends).toEqual(ends.toSorted((a, b) => a - b));
          ends.slice(1).forEach((end, i) => {
            const length = end - (ends[i] ?? NaN);
            if (i % 2 === 1) expect(length).toBeGreaterThan(1 - 1e-9);
            else expect(Math.max(length - width.to, width.from - length)).toBeLessThan(1e-9);
          });
        },
      ),
    ));

  it("is the same with its defaults spelled out", () => {
    const law: Law = { kind: "ceil" };
    const spelled = { ...options, count: 1, width: { from: 5, to: 25 } };
    expect(sampleCorruption(law, chanceFrom("a"), spelled)).toEqual(
      sampleCorruption(law, chanceFrom("a"), options),
    );
  });

  it("is refused where the regions do not fit", () => {
    const wide = { ...options, count: 9, width: { from: 25, to: 25 } };
    expect(() => sampleCorruption({ kind: "ceil" }, chanceFrom("a"), wide)).toThrow(
      /room for all of them/u,
    );
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
