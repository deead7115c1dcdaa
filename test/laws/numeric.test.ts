import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chanceFrom } from "../../src/core/index.ts";
import {
  answersVary,
  atomKinds,
  describe as describeSpec,
  evaluate,
  lawOf,
  parseNumericSpec,
  regionsOf,
  sampleAtom,
  sampleComposition,
  sampleCorruption,
  serve,
} from "../../src/functions/index.ts";
import type { NumericColumn, NumericSpec } from "../../src/functions/index.ts";
import { arbitraryNumericSpec } from "./arbitrary-numeric-spec.ts";
import { lawInputs, numericCases } from "./numeric-cases.ts";

const noDraws = {
  scatter: () => {
    throw new Error("Expected no scatter to be drawn");
  },
  noise: () => {
    throw new Error("Expected no noise to be drawn");
  },
};

/** Numbers that a description must state, by the name of their parameter. */
function statedNumbers(value: unknown, key = ""): readonly number[] {
  if (typeof value === "number") return isSilent(key, value) ? [] : [Math.abs(value)];
  if (Array.isArray(value)) return value.flatMap((part) => statedNumbers(part, key));
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([name, part]) => statedNumbers(part, name));
}

/** What good English leaves out: a shift by nothing, one times a power, the 2 of a square root. */
function isSilent(key: string, value: number): boolean {
  if (key === "offset" || key === "shift" || key === "spread") return value === 0;
  if (key === "degree") return value <= 3;
  const coefficient = key === "coefficients" || key === "numerator" || key === "denominator";
  return coefficient && (value === 0 || Math.abs(value) === 1);
}

function states(text: string, value: number): boolean {
  const digits = String(value).replaceAll(/[.+]/gu, String.raw`\$&`);
  return new RegExp(String.raw`(?<![\d.])${digits}(?!\.?\d|e)`, "u").test(text);
}

function missing(spec: NumericSpec): readonly number[] {
  const text = describeSpec(spec);
  return statedNumbers(spec).filter((value) => !states(text, value));
}

function joined(columns: readonly NumericColumn[]): readonly (readonly [number, number])[] {
  return columns.flatMap(({ re, im }) =>
    [...re].map((real, i): [number, number] => [real, im?.[i] ?? 0]),
  );
}

describe.each(numericCases)("$label", ({ spec }) => {
  const xs = lawInputs(spec);
  const whole = evaluate(spec, xs);

  it("has a value somewhere", () =>
    expect(whole.re.filter(Number.isFinite).length).toBeGreaterThan(1000));

  it("survives a round trip through JSON", () =>
    expect(parseNumericSpec(JSON.parse(JSON.stringify(spec)))).toEqual(spec));

  it("is described with every parameter", () => expect(missing(spec)).toEqual([]));

  it("is the same in one batch or many", () => {
    const cut = [0, 1, 17, 4096, xs.length];
    const pieces = cut.slice(1).map((end, i) => evaluate(spec, xs.subarray(cut[i], end)));
    expect(joined(pieces)).toEqual(joined([whole]));
  });
});

describe("any function", () => {
  it("survives a round trip through JSON", () =>
    fc.assert(
      fc.property(arbitraryNumericSpec, (spec) => {
        expect(parseNumericSpec(JSON.parse(JSON.stringify(spec)))).toEqual(spec);
      }),
    ));

  it("is described with every parameter, in words without doubled signs", () =>
    fc.assert(
      fc.property(arbitraryNumericSpec, (spec) => {
        expect(missing(spec)).toEqual([]);
        expect(describeSpec(spec)).toMatch(/^f\(x\) is [^\n]+\.$/u);
        expect(describeSpec(spec)).not.toMatch(/NaN|undefined|null| {2}|(?<!e)-\d|minus minus/u);
      }),
    ));

  it("is served as evaluated where nothing is left to chance", () =>
    fc.assert(
      fc.property(
        arbitraryNumericSpec,
        fc.array(fc.double({ min: -256, max: 256, noNaN: true })),
        (spec, inputs) => {
          const inner = spec.kind === "noised" ? spec.inner : spec;
          const quiet: NumericSpec = inner.kind === "corrupted" ? { ...inner, spread: 0 } : inner;
          const xs = Float64Array.from(inputs);
          expect(serve(quiet, xs, noDraws)).toEqual(evaluate(quiet, xs));
          expect(answersVary(quiet)).toBe(false);
        },
      ),
    ));

  it("follows its law outside its regions and forgets it inside", () =>
    fc.assert(
      fc.property(
        arbitraryNumericSpec,
        fc.array(fc.double({ min: -256, max: 256, noNaN: true })),
        (spec, inputs) => {
          const xs = Float64Array.from(inputs);
          const outside = (x: number): boolean =>
            regionsOf(spec).every(
              ({ from, to }) => x < (from ?? -Infinity) || x > (to ?? Infinity),
            );
          const [truth, law] = [evaluate(spec, xs), evaluate(lawOf(spec), xs)];
          xs.forEach((x, i) => {
            if (outside(x)) expect(truth.re[i]).toBe(law.re[i]);
            else expect(truth.im?.[i] ?? 0).toBe(0);
          });
        },
      ),
    ));
});

describe("drawing", () => {
  it.each(atomKinds)("gives the same %s for the same seed", (kind) =>
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const atom = sampleAtom(kind, chanceFrom(seed));
        expect(sampleAtom(kind, chanceFrom(seed))).toEqual(atom);
        expect(parseNumericSpec(atom)).toEqual(atom);
      }),
    ),
  );

  it("gives the same composition for the same seed, whatever was drawn before", () =>
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom("sum", "product", "compose"),
        fc.array(fc.constantFrom(...atomKinds), { minLength: 2, maxLength: 4 }),
        (seed, operation, kinds) => {
          const used = chanceFrom(seed);
          used.uniform();
          const law = sampleComposition(operation, kinds, chanceFrom(seed));
          expect(sampleComposition(operation, kinds, used)).toEqual(law);
          expect(parseNumericSpec(law)).toEqual(law);
        },
      ),
    ));

  it("gives the same corruption for the same seed, with a region of the promised size", () =>
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom(...atomKinds),
        fc.constantFrom("inside", "below", "above"),
        fc.constantFrom("mean", "constant", "line", "polynomial"),
        (seed, kind, side, replacement) => {
          const law = sampleAtom(kind, chanceFrom(seed));
          const options = { side, replacement, spread: 0.1, scatter: "per-call" } as const;
          const corrupted = sampleCorruption(law, chanceFrom(seed), options);
          expect(sampleCorruption(law, chanceFrom(seed), options)).toEqual(corrupted);
          expect(parseNumericSpec(corrupted)).toEqual(corrupted);
          const [{ from, to } = { from: null, to: null }] = regionsOf(corrupted);
          expect([from !== null, to !== null]).toEqual([side !== "below", side !== "above"]);
          expect(from ?? 0).toBeGreaterThanOrEqual(-100);
          expect(to ?? 0).toBeLessThanOrEqual(125);
          if (from !== null && to !== null)
            expect(Math.abs(to - from - 15)).toBeLessThan(10 + 1e-9);
        },
      ),
    ));
});
