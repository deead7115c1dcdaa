import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chanceFrom } from "../../src/core/index.ts";
import {
  answersVary,
  approximatedOf,
  arityOf,
  atomKinds,
  describe as describeSpec,
  evaluate,
  lawOf,
  noiseOf,
  parseNumericSpec,
  regionsOf,
  render,
  sampleAtom,
  sampleComposition,
  sampleCorruption,
  serve,
  withoutNetwork,
  withoutNoise,
  withoutRegions,
} from "../../src/categories/numeric/index.ts";
import type {
  Law,
  Linear,
  NumericColumn,
  NumericSpec,
} from "../../src/categories/numeric/index.ts";
import { arbitraryNumericSpec, arbitrarySeveral } from "./arbitrary-numeric-spec.ts";
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
  const [outer, inner] = [Reflect.get(value, "outer"), Reflect.get(value, "inner")];
  if (isMovedKink(outer, inner)) return statedNumbers({ outer, at: inner.intercept });
  return Object.entries(value).flatMap(([name, part]) => statedNumbers(part, name));
}

/** What is told as a step at 3 rather than as a step of u, where u has slope 1 and intercept −3. */
function isMovedKink(outer?: Law, inner?: Law): inner is Linear {
  const kinks = ["step", "absolute", "leaky-relu", "rectangle"];
  if (inner?.kind !== "linear" || inner.slope !== 1 || inner.intercept === 0) return false;
  return kinks.includes(outer?.kind ?? "");
}

/** What good English leaves out: a shift by nothing, one times a power, the 2 of a square root. */
function isSilent(key: string, value: number): boolean {
  if (["layers", "error", "index", "weights", "biases"].includes(key)) return true;
  if (["offset", "shift", "spread", "centre", "growth"].includes(key)) return value === 0;
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
  const columns = lawInputs(spec);
  const [xs] = columns;
  const whole = evaluate(spec, columns);

  it("has a value somewhere", () =>
    expect(whole.re.filter(Number.isFinite).length).toBeGreaterThan(1000));

  it("survives a round trip through JSON", () =>
    expect(parseNumericSpec(JSON.parse(JSON.stringify(spec)))).toEqual(spec));

  it("is described with every parameter", () => expect(missing(spec)).toEqual([]));

  it("is the same in one batch or many", () => {
    const cut = [0, 1, 17, 4096, xs.length];
    const pieces = cut.slice(1).map((end, i) =>
      evaluate(
        spec,
        columns.map((column) => column.subarray(cut[i], end)),
      ),
    );
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

  it("of several arguments is told by their names", () =>
    fc.assert(
      fc.property(arbitrarySeveral, (law) => {
        expect(missing(law)).toEqual([]);
        const names = [
          "f(x)",
          "f(x, y)",
          "f(x, y, z)",
          "f(x₁, x₂, x₃, x₄)",
          "f(x₁, x₂, x₃, x₄, x₅)",
        ];
        const named = `${names[arityOf(law) - 1]} is `;
        expect(describeSpec(law).slice(0, named.length)).toBe(named);
        expect(render(law, "formula")).toContain(`${named.slice(0, -4)} = `);
        expect(parseNumericSpec(JSON.parse(JSON.stringify(law)))).toEqual(law);
      }),
    ));

  it("without its network is its law in the same wrappers", () =>
    fc.assert(
      fc.property(arbitraryNumericSpec, (spec) => {
        const told = withoutNetwork(spec);
        expect(approximatedOf(told)).toBeNull();
        expect(lawOf(told)).toEqual(lawOf(spec));
        expect(regionsOf(told)).toEqual(regionsOf(spec));
        expect(noiseOf(told)).toEqual(noiseOf(spec));
        if (approximatedOf(spec) === null) expect(told).toEqual(spec);
      }),
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
          const rule = approximatedOf(spec) ?? lawOf(spec);
          const [truth, ruled] = [evaluate(spec, xs), evaluate(rule, xs)];
          expect(evaluate(withoutRegions(withoutNoise(spec)), xs)).toEqual(ruled);
          xs.forEach((x, i) => {
            if (outside(x)) expect(truth.re[i]).toBe(ruled.re[i]);
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
