import { describe, expect, it } from "vitest";
import { evaluate } from "../../../../src/categories/numeric/index.ts";
import type { Law, NumericSpec } from "../../../../src/categories/numeric/index.ts";

function values(spec: NumericSpec, ...xs: number[]): number[] {
  return [...evaluate(spec, Float64Array.from(xs)).re];
}

const squareRoot = { kind: "root", scale: 3, degree: 2, offset: 1 } as const;

const examples: readonly (readonly [string, Law, readonly number[], readonly number[]])[] = [
  ["constant", { kind: "constant", value: -3 }, [-1, 0, 1], [-3, -3, -3]],
  ["linear", { kind: "linear", slope: 2, intercept: 1 }, [-1, 0, 3], [-1, 1, 7]],
  ["polynomial", { kind: "polynomial", coefficients: [1, 0, -2] }, [0, 3], [1, -17]],
  ["absolute", { kind: "absolute", slope: -2, offset: 1 }, [-3, 3], [-5, -5]],
  ["root", { ...squareRoot, negative: "undefined" }, [0, 4, -4], [1, 7, NaN]],
  ["first root", { ...squareRoot, degree: 1, negative: "undefined" }, [-4, 4], [-11, 13]],
  ["logarithm", { kind: "logarithm", scale: 2, base: 2, offset: 1 }, [1, 8, -1], [1, 7, NaN]],
  ["step", { kind: "step", height: 2, atZero: 0.25, offset: 1 }, [-1, 0, 1], [1, 1.5, 3]],
  ["leaky ReLU", { kind: "leaky-relu", slope: 2, leak: 0.5, offset: 1 }, [-2, 0, 2], [-1, 1, 5]],
  [
    "tanh",
    { kind: "tanh", amplitude: 2, period: 1, shift: 3, offset: 1 },
    [-50, 3, 50],
    [-1, 1, 3],
  ],
  ["sine", { kind: "sine", amplitude: 2, period: 4, shift: 1, offset: 1 }, [1, 2, 4], [1, 3, -1]],
  ["cosine", { kind: "cosine", amplitude: 2, period: 4, shift: 1, offset: 1 }, [1, 3], [3, -1]],
  ["reciprocal", { kind: "reciprocal", scale: 2 }, [-1, 4], [-0.5, 0.125]],
  ["gaussian", { kind: "gaussian", mean: 3, deviation: 2 }, [3, 200], [0.19947114020071635, 0]],
  [
    "rational",
    { kind: "rational", numerator: [1, 1], denominator: [0, 2, 1] },
    [1, 2],
    [2 / 3, 0.375],
  ],
  ["rectangle", { kind: "rectangle", width: 5 }, [-2.6, -2.5, 2.5, 2.6], [0, 1, 1, 0]],
  ["square wave", { kind: "square-wave", period: 2, shift: 0.5 }, [0.5, 1, 2, 3], [-1, 1, -1, 1]],
  ["ceil", { kind: "ceil" }, [-1.5, 1.2, 3], [-1, 2, 3]],
  ["floor", { kind: "floor" }, [-1.5, 1.2, 3], [-2, 1, 3]],
  [
    "exponential",
    { kind: "exponential", scale: 2, rate: 0.5, offset: 1 },
    [0, 2],
    [3, 6.43656365691809],
  ],
  [
    "logistic",
    { kind: "logistic", height: 4, steepness: 0.5, centre: 3, offset: 1 },
    [-2000, 3, 2000],
    [1, 3, 5],
  ],
  ["modulo", { kind: "modulo", divisor: 3, scale: 2, offset: 1 }, [-1, 0, 2, 7.5], [5, 1, 5, 4]],
  [
    "damped sine",
    { kind: "damped-sine", amplitude: 2, period: 4, shift: 0, decay: 0.1, offset: 1 },
    [-1, 0, 1],
    [-0.80967483607192, 1, 2.80967483607192],
  ],
];

describe("evaluate", () => {
  it.each(examples)("knows the %s", (_name, law, xs, expected) => {
    const got = values(law, ...xs);
    expect(got).toHaveLength(expected.length);
    expected.forEach((y, i) => {
      if (Number.isNaN(y)) expect(got[i]).toBeNaN();
      else expect(got[i]).toBeCloseTo(y, 13);
    });
  });

  it("takes the principal root left of zero", () => {
    const cube = evaluate(
      { ...squareRoot, degree: 3, negative: "complex" },
      Float64Array.of(-8, 8),
    );
    expect(cube.re[0]).toBeCloseTo(3 * 2 * 0.5 + 1, 12);
    expect(cube.im?.[0]).toBeCloseTo(3 * 2 * (Math.sqrt(3) / 2), 12);
    expect([cube.re[1], cube.im?.[1]]).toEqual([7, 0]);
    const square = evaluate({ ...squareRoot, negative: "complex" }, Float64Array.of(-4));
    expect([square.re[0], square.im?.[0]]).toEqual([1, 6]);
  });

  it.each(["complex", "undefined"] as const)("takes the root of −0 as that of 0 (%s)", (negative) =>
    expect(values({ ...squareRoot, degree: 3, negative }, -0)).toEqual([1]),
  );

  it("multiplies complex numbers", () => {
    const root: Law = { kind: "root", scale: 1, degree: 2, offset: 2, negative: "complex" };
    const { re, im } = evaluate({ kind: "product", factors: [root, root] }, Float64Array.of(-9));
    expect([re[0], im?.[0]]).toEqual([4 - 9, 12]);
  });

  it("has no value after a complex or an undefined one", () => {
    const constant: Law = { kind: "constant", value: 1 };
    const inner: Law = { ...squareRoot, negative: "complex" };
    expect(values({ kind: "compose", outer: constant, inner }, -4, 4)).toEqual([NaN, 1]);
    const reciprocal: Law = { kind: "reciprocal", scale: 1 };
    const step: Law = { kind: "tanh", amplitude: 1, period: 1, shift: 0, offset: 0 };
    expect(values({ kind: "compose", outer: step, inner: reciprocal }, 0, 0.01)).toEqual([NaN, 1]);
  });

  it("answers in a region also where the law has no value, and never in complex numbers", () => {
    const spec: NumericSpec = {
      kind: "corrupted",
      inner: { ...squareRoot, negative: "complex" },
      regions: [{ from: -9, to: -4, replacement: { kind: "linear", slope: 1, intercept: 0 } }],
      spread: 3,
      scatter: "per-input",
    };
    const { re, im } = evaluate(spec, Float64Array.of(-9, -5, -4, -1));
    expect([...re]).toEqual([-9, -5, -4, 1]);
    expect([...(im ?? [])]).toEqual([0, 0, 0, 3]);
  });

  it("gives the first piece that reaches so far", () => {
    const pieces = [
      { upTo: -1, law: { kind: "constant", value: 1 } },
      { upTo: 2.5, law: { kind: "linear", slope: 1, intercept: 0 } },
      { upTo: null, law: { ...squareRoot, negative: "complex" } },
    ] as const;
    expect(values({ kind: "piecewise", pieces }, -5, -1, -0.9, 2.5, 4)).toEqual([
      1, 1, -0.9, 2.5, 7,
    ]);
  });

  it("takes several arguments, the inner value of a composition in place of the first", () => {
    const y: Law = { kind: "argument", index: 1 };
    const line: Law = { kind: "linear", slope: 2, intercept: 1 };
    const sum: Law = { kind: "sum", terms: [line, y, { kind: "argument", index: 0 }] };
    const spec: Law = {
      kind: "compose",
      outer: sum,
      inner: { kind: "product", factors: [line, y] },
    };
    const columns = [Float64Array.of(3, -1), Float64Array.of(10, 0.5)];
    // The inner value is (2x + 1)·y; the outer one twice that, plus 1, plus y, plus itself again.
    expect([...evaluate(spec, columns).re]).toEqual([3 * 70 + 11, 3 * -0.5 + 1.5]);
    expect([...evaluate(y, columns).re]).toEqual([10, 0.5]);
  });

  it("never hands out the inputs themselves", () => {
    const xs = Float64Array.of(1, 2);
    evaluate({ kind: "argument", index: 0 }, xs).re.fill(7);
    expect([...xs]).toEqual([1, 2]);
  });

  it("says which column is lacking", () => {
    const spec: Law = { kind: "argument", index: 2 };
    const ask = (): unknown => evaluate(spec, [Float64Array.of(1), Float64Array.of(2)]);
    expect(ask).toThrow(/^Expected 3 columns of inputs, one per argument; got 2/u);
    expect(() => evaluate({ kind: "constant", value: 1 }, [])).toThrow(/got 0/u);
  });

  it("leaves noise out", () => {
    const inner: Law = { kind: "linear", slope: 2, intercept: 0 };
    expect(values({ kind: "noised", inner, distribution: "poisson", scale: 5 }, 3)).toEqual([6]);
  });

  it("takes no term for a coefficient of 0, even where its power overflows", () =>
    expect(values({ kind: "polynomial", coefficients: [1, 0, 0] }, 1e200)).toEqual([1]));
});
