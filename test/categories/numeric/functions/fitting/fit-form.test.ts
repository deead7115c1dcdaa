import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chanceFrom } from "../../../../../src/core/index.ts";
import {
  arityOf,
  atomKinds,
  evaluate,
  sampleAtom,
  sampleComposition,
} from "../../../../../src/categories/numeric/index.ts";
import { fitForm } from "../../../../../src/categories/numeric/scorers/fitting/fit-form.ts";
import type { Atom, Law } from "../../../../../src/categories/numeric/index.ts";
import { arbitraryLaw } from "../../../../laws/arbitrary-numeric-spec.ts";
import { numericCases } from "../../../../laws/numeric-cases.ts";

const draws = chanceFrom("form");
const uniform = (half: number): number => half * (2 * draws.uniform() - 1);
const xs = Float64Array.from({ length: 1200 }, (_, i) => uniform(i < 1000 ? 128 : 256));
const columns = [xs, xs.map(() => uniform(128)), xs.map(() => uniform(128))];

/** The share of known values that are met within a hundredth of themselves or of their spread. */
function agreement(ys: Float64Array, fitted: Float64Array | null): number {
  if (fitted === null) return 0;
  const known = [...ys.keys()].filter((i) => Number.isFinite(ys[i]));
  const middle = median(known.map((i) => ys[i] ?? 0));
  const spread = median(known.map((i) => Math.abs((ys[i] ?? 0) - middle)));
  const met = known.filter((i) => {
    const y = ys[i] ?? NaN;
    return Math.abs((fitted[i] ?? NaN) - y) <= 0.01 * Math.max(Math.abs(y), spread) + 1e-9;
  });
  return met.length / known.length;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function formOf(law: Law, code: Law): number {
  const { re, im } = evaluate(code, columns);
  const ys = re.map((y, i) => ((im?.[i] ?? 0) === 0 ? y : NaN));
  return agreement(ys, fitForm(law, columns, ys));
}

const laws = numericCases.flatMap(({ label, spec }) =>
  ["noised", "corrupted", "approximated"].includes(spec.kind) || arityOf(spec) > 3
    ? []
    : [{ label, law: spec as Law }],
);

describe("the form of a law", () => {
  it.each(laws)("holds the law itself: $label", ({ law }) =>
    expect(formOf(law, law)).toBeGreaterThan(0.99),
  );

  // Draws of these differ in their degrees, which are part of the form.
  const graded = ["polynomial", "rational", "root"];
  it.each(atomKinds.filter((kind) => !graded.includes(kind)))(
    "holds whatever other %s there is",
    (kind) => {
      const found = Array.from({ length: 5 }, (_, i) =>
        formOf(sampleAtom(kind, draws.fork("law", i)), sampleAtom(kind, draws.fork("code", i))),
      );
      // The period of a fast wave is not always met: 1 in 60 is missed (n = 60 draws).
      const least = kind === "square-wave" ? 4 : 5;
      expect(found.filter((share) => share > 0.985).length).toBeGreaterThanOrEqual(least);
    },
  );

  it.each(["polynomial", "rational"] as const)("holds another %s of the same degrees", (kind) => {
    const drawn = Array.from({ length: 60 }, (_, i) => sampleAtom(kind, draws.fork(kind, i)));
    const degrees = (atom: Atom): string =>
      Object.values<unknown>({ ...atom })
        .map((part) => (Array.isArray(part) ? part.length : String(part)))
        .join();
    const pairs = drawn
      .flatMap((law, i) =>
        drawn.slice(i + 1).flatMap((code) => (degrees(law) === degrees(code) ? [[law, code]] : [])),
      )
      .slice(0, 10);
    const passed = pairs.filter(([law, code]) => law && code && formOf(law, code) > 0.99);
    expect(pairs).toHaveLength(10);
    expect(passed.length).toBeGreaterThanOrEqual(kind === "polynomial" ? 10 : 8);
  });

  it.each(["step", "absolute", "leaky-relu", "rectangle", "floor"] as const)(
    "holds a %s anywhere else",
    (kind) => {
      const at = (name: string, intercept: number): Law => ({
        kind: "compose",
        outer: sampleAtom(kind, draws.fork("at", name)),
        inner: { kind: "linear", slope: 1, intercept },
      });
      expect(formOf(at("law", -20.5), at("code", 63.2))).toBeGreaterThan(0.985);
    },
  );

  it("holds sums whose terms have other factors", () => {
    const kinds = ["sine", "absolute"] as const;
    const [law, near] = [0, 1].map((i) => sampleComposition("sum", kinds, draws.fork("sum", i)));
    if (law === undefined || near?.kind !== "sum") throw new Error("Expected a sum");
    const [sine, ...rest] = near.terms;
    const own = law.kind === "sum" ? law.terms[0] : undefined;
    if (sine?.kind !== "sine" || own?.kind !== "sine") throw new Error("Expected a sine");
    const code: Law = { ...near, terms: [...rest, { ...sine, period: own.period }] };
    expect(formOf(law, code)).toBeGreaterThan(0.99);
  });
});

const sine: Law = { kind: "sine", amplitude: 2, period: 3.1, shift: 0.4, offset: 1 };
const line: Law = { kind: "linear", slope: 2, intercept: 1 };
const root = { kind: "root", scale: 3, offset: 1, negative: "undefined" } as const;
const logarithm: Law = { kind: "logarithm", scale: 2, base: 2, offset: 1 };
const relu: Law = { kind: "leaky-relu", slope: 3, leak: 0.2, offset: 1 };
const square: Law = { kind: "polynomial", coefficients: [1, 2, 0.5] };
const cubic: Law = { kind: "polynomial", coefficients: [1, 2, 0.5, 0.1] };
const gaussian: Law = { kind: "gaussian", mean: 3, deviation: 9 };
const constant: Law = { kind: "constant", value: 4 };
const sum = (...terms: Law[]): Law => ({ kind: "sum", terms });
const product = (...factors: Law[]): Law => ({ kind: "product", factors });

describe("equal forms", () => {
  it.each<[string, Law, Law]>([
    ["a sine and a cosine", sine, { ...sine, kind: "cosine", period: 5.3 }],
    ["a first root and a line", { ...root, degree: 1 }, line],
    ["a line and a first root", line, { ...root, degree: 1 }],
    ["logarithms of any base", logarithm, { ...logarithm, base: 7.7, scale: -4 }],
    [
      "a logistic curve and a tanh",
      { kind: "logistic", height: 5, steepness: 0.3, centre: 8, offset: 1 },
      { kind: "tanh", amplitude: -2, period: 60, shift: -4, offset: 3 },
    ],
    ["a bell of any height", gaussian, product(constant, { ...gaussian, mean: -20 })],
    [
      "steps that differ at 0",
      { kind: "step", height: 2, atZero: 9, offset: 1 },
      {
        kind: "step",
        height: -3,
        atZero: 0,
        offset: 2,
      },
    ],
    ["a polynomial of a lower degree", cubic, square],
    ["sums in another order", sum(sine, relu), sum(relu, sine)],
    ["products in another order", product(line, sine), product(sine, line)],
    ["a wave after a line", { kind: "compose", outer: sine, inner: line }, sine],
  ])("%s", (_name, law, code) => expect(formOf(law, code)).toBeGreaterThan(0.99));
});

describe("other forms", () => {
  it.each<[string, Law, Law]>([
    ["a line for a sine", sine, line],
    ["a line for a cubic", cubic, line],
    ["a line for a leaky ReLU", relu, line],
    [
      "a line for a quotient",
      { kind: "rational", numerator: [1, 2], denominator: [1, 0, 3] },
      line,
    ],
    ["a parabola for a line", line, square],
    ["a fourth power for a cubic", cubic, { kind: "polynomial", coefficients: [1, 0, 0, 0, 0.01] }],
    ["a constant for a sine", sine, constant],
    ["a constant for a line", line, constant],
    ["a sine for an absolute value", { kind: "absolute", slope: 2, offset: 1 }, sine],
    ["one term of two", sum(sine, line), line],
    ["one term of two, the other one", sum(sine, line), sine],
    ["one factor of two", product(sine, line), line],
    ["one bell alone", sum(gaussian, line), line],
  ])("%s", (_name, law, code) => expect(formOf(law, code)).toBeLessThan(0.9));
});

describe("fitting a form", () => {
  it("admits a constant where the law itself has become one", () =>
    expect(formOf({ kind: "linear", slope: 0, intercept: 7 }, constant)).toBe(1));

  it("leaves points without a value out, and predicts there all the same", () => {
    const ys = evaluate(sine, xs).re.map((y, i) => (i % 3 === 0 ? NaN : y));
    const fitted = fitForm(sine, xs, ys);
    expect(agreement(evaluate(sine, xs).re, fitted)).toBe(1);
  });

  it("is null where nothing is known or a column is lacking", () => {
    expect(
      fitForm(
        line,
        xs,
        xs.map(() => NaN),
      ),
    ).toBeNull();
    expect(fitForm(line, new Float64Array(), new Float64Array())).toBeNull();
    expect(fitForm({ kind: "argument", index: 1 }, xs, xs)).toBeNull();
  });

  it("gives finite numbers or NaN, the same ones each time, whatever the law and the values", () =>
    fc.assert(
      fc.property(
        arbitraryLaw,
        fc.array(fc.double(), { minLength: 1, maxLength: 40 }),
        (law, values) => {
          const ys = Float64Array.from(values);
          const inputs = xs.subarray(0, ys.length);
          const fitted = fitForm(law, inputs, ys);
          expect(fitForm(law, inputs, ys)).toEqual(fitted);
          expect(fitted?.length ?? ys.length).toBe(ys.length);
        },
      ),
      { numRuns: 60 },
    ));
});
