import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { BenchError } from "../../../../src/core/index.ts";
import { numericSpecSchema, parseNumericSpec } from "../../../../src/categories/numeric/index.ts";

const line = { kind: "linear", slope: 1, intercept: 2 };
const sine = { kind: "sine", amplitude: 1, period: 2, shift: 0, offset: 0 };
const root = { kind: "root", scale: 1, degree: 2, offset: 0, negative: "complex" };
const region = { from: 1, to: 2, replacement: { kind: "constant", value: 0 } };
const corrupted = {
  kind: "corrupted",
  inner: line,
  regions: [region],
  spread: 0,
  scatter: "per-call",
};
const noised = { kind: "noised", inner: line, distribution: "normal", scale: 1 };
const network = {
  kind: "approximated",
  law: line,
  layers: [
    { weights: [[1], [2]], biases: [0, 1] },
    { weights: [[3, 4]], biases: [5] },
  ],
  precision: "float64",
  domain: { from: -1, to: 1 },
  error: 0.001,
  learned: true,
};
const [hidden, output] = network.layers;
const pieces = (...ends: unknown[]) => ({
  kind: "piecewise",
  pieces: ends.map((upTo) => ({ upTo, law: line })),
});
const second = { kind: "argument", index: 1 };
const regions = (...ends: [number | null, number | null][]) => ({
  ...corrupted,
  regions: ends.map(([from, to]) => ({ ...region, from, to })),
});

function nested(levels: number): unknown {
  let law: unknown = line;
  for (let i = 0; i < levels; i += 1)
    law = { kind: "compose", outer: { kind: "floor" }, inner: law };
  return law;
}

function fault(value: unknown): BenchError {
  try {
    parseNumericSpec(value);
  } catch (error) {
    if (error instanceof BenchError) return error;
    throw error;
  }
  throw new Error("Expected this to be refused");
}

const badParameters: readonly (readonly [string, unknown])[] = [
  ["nothing", undefined],
  ["null", null],
  ["a list", [line]],
  ["no kind", { slope: 1, intercept: 2 }],
  ["a missing field", { kind: "linear", slope: 1 }],
  ["a foreign field", { ...line, colour: 3 }],
  ["a foreign field in a region", { ...corrupted, regions: [{ ...region, width: 3 }] }],
  ["text for a number", { ...line, slope: "1" }],
  ["NaN", { ...line, slope: NaN }],
  ["an infinity", { ...line, slope: Infinity }],
  ["a period of 0", { ...sine, period: 0 }],
  ["a square wave with a period of 0", { kind: "square-wave", period: 0, shift: 0 }],
  ["a degree of 0", { ...root, degree: 0 }],
  ["half a degree", { ...root, degree: 1.5 }],
  ["an unknown side of zero", { ...root, negative: "real" }],
  ["a base of 1", { kind: "logarithm", scale: 1, base: 1, offset: 0 }],
  ["a negative base", { kind: "logarithm", scale: 1, base: -2, offset: 0 }],
  ["a deviation of 0", { kind: "gaussian", mean: 0, deviation: 0 }],
  ["a negative width", { kind: "rectangle", width: -1 }],
  ["a reciprocal of nothing", { kind: "reciprocal", scale: 0 }],
  ["a denominator of zeros", { kind: "rational", numerator: [1], denominator: [0, 0] }],
  ["no coefficients", { kind: "polynomial", coefficients: [] }],
  ["22 coefficients", { kind: "polynomial", coefficients: Array.from({ length: 22 }, () => 1) }],
  ["one term", { kind: "sum", terms: [line] }],
  ["17 terms", { kind: "sum", terms: Array.from({ length: 17 }, () => line) }],
  ["terms that are no list", { kind: "sum", terms: line }],
  ["factors that are missing", { kind: "product" }],
  ["an inner law that is missing", { kind: "compose", outer: line }],
  ["regions that are no list", { ...corrupted, regions: region }],
  ["no region", { ...corrupted, regions: [] }],
  ["a region that is a number", { ...corrupted, regions: [7] }],
  ["a region that runs backwards", regions([2, 1])],
  ["regions in the wrong order", regions([4, 5], [1, 2])],
  ["regions that overlap", regions([1, 3], [2, 4])],
  ["regions that touch", regions([1, 2], [2, 4])],
  ["a second region below all", regions([1, 2], [null, 4])],
  ["a region without an end before another", regions([1, null], [3, 4])],
  ["a sine as a replacement", { ...corrupted, regions: [{ ...region, replacement: sine }] }],
  ["no replacement", { ...corrupted, regions: [{ from: 1, to: 2 }] }],
  ["a negative spread", { ...corrupted, spread: -1 }],
  ["an unknown scatter", { ...corrupted, scatter: "never" }],
  ["noise without size", { ...noised, scale: 0 }],
  ["an unknown noise", { ...noised, distribution: "cauchy" }],
  ["noise that shrinks", { ...noised, growth: -0.1 }],
  ["an argument before the first", { kind: "argument", index: -1 }],
  ["half an argument", { kind: "argument", index: 0.5 }],
  ["the 17th argument", { kind: "argument", index: 16 }],
  ["a remainder of 0", { kind: "modulo", divisor: 0, scale: 1, offset: 0 }],
  ["a wave that grows", { ...sine, kind: "damped-sine", decay: -1 }],
  ["one piece", pieces(null)],
  ["pieces without a last one", pieces(1, 2)],
  ["two last pieces", pieces(null, null)],
  ["pieces in the wrong order", pieces(2, 1, null)],
  ["pieces that end together", pieces(1, 1, null)],
  ["pieces that are no list", { kind: "piecewise", pieces: line }],
  ["a piece that is a number", { kind: "piecewise", pieces: [1, 2] }],
  ["a piece without a law", { kind: "piecewise", pieces: [{ upTo: 1 }, { upTo: null }] }],
  ["a network without hidden layers", { ...network, layers: [{ weights: [[1]], biases: [0] }] }],
  ["a network without its last layer", { ...network, layers: [hidden, hidden] }],
  ["a network of three hidden layers", { ...network, layers: [output, output, output, output] }],
  ["a network of two inputs", { ...network, layers: [output, { weights: [[1]], biases: [0] }] }],
  ["a row too long", { ...network, layers: [hidden, { weights: [[3, 4, 5]], biases: [5] }] }],
  ["a bias too many", { ...network, layers: [{ ...hidden, biases: [0, 1, 2] }, output] }],
  ["a weight of NaN", { ...network, layers: [{ ...hidden, weights: [[NaN], [2]] }, output] }],
  [
    "1025 units",
    {
      ...network,
      layers: [
        { weights: Array.from({ length: 1025 }, () => [1]), biases: Array(1025).fill(0) },
        { weights: [Array(1025).fill(1)], biases: [5] },
      ],
    },
  ],
  ["an unknown precision", { ...network, precision: "float16" }],
  ["a domain that runs backwards", { ...network, domain: { from: 1, to: -1 } }],
  ["a domain without end", { ...network, domain: { from: 1, to: null } }],
  ["a negative error", { ...network, error: -1 }],
  ["a law that was learned in spite of its error", { ...network, error: 0.5 }],
  ["a law that was not learned in spite of its error", { ...network, learned: false }],
  ["a law that was learned without an error", { ...network, error: null }],
  ["a network of two arguments", { ...network, law: { kind: "sum", terms: [line, second] } }],
  ["a network without a law", { ...network, law: undefined }],
  ["65 levels", nested(64)],
  ["100,000 levels", nested(100_000)],
  ["a million terms", { kind: "sum", terms: Array.from({ length: 1_000_000 }, () => 0) }],
];

describe("parsing refuses", () => {
  it.each(badParameters)("%s as a bad parameter", (_name, value) => {
    const { code, message } = fault(value);
    expect(code).toBe("bad-parameter");
    expect(message).toMatch(
      /^Expected (?!Invalid).+ at `spec.*`; got .+; correct this parameter$/u,
    );
  });

  it.each([
    ["an unknown family", { kind: "wavelet" }],
    ["an unknown family inside", { kind: "sum", terms: [line, { kind: "toString" }] }],
    ["an unknown family under noise", { ...noised, inner: { kind: "" } }],
  ])("%s", (_name, value) => {
    const { code, message } = fault(value);
    expect(code).toBe("unknown-family");
    expect(message).toMatch(
      /^Expected one of constant, .+, noised, corrupted, approximated as the kind of/u,
    );
  });

  it.each([
    ["noise within a corruption", { ...corrupted, inner: noised }],
    ["noise within noise", { ...noised, inner: noised }],
    ["a corruption within a corruption", { ...corrupted, inner: corrupted }],
    ["a corruption within a sum", { kind: "sum", terms: [line, corrupted] }],
    ["noise within a composition", { kind: "compose", outer: line, inner: noised }],
    ["a network within a network", { ...network, law: network }],
    ["a corruption within a network", { ...network, law: corrupted }],
    ["noise within a network", { ...network, law: noised }],
    ["a network within a sum", { kind: "sum", terms: [line, network] }],
    ["noise within a piece", { kind: "piecewise", pieces: [{ upTo: null, law: noised }] }],
  ])("%s as a wrong order", (_name, value) => expect(fault(value).code).toBe("bad-wrapper-order"));

  it("what is wrong, with the place and what came", () => {
    const spec = { ...noised, inner: { kind: "sum", terms: [line, { ...sine, period: 0 }] } };
    expect(fault(spec).message).toBe(
      "Expected a number other than 0 at `spec.inner.terms[1].period`; got 0; correct this parameter",
    );
  });

  it("any JSON that is no function, with one line and a code", () =>
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const { code, message } = fault(value);
        expect(["bad-parameter", "unknown-family", "bad-wrapper-order"]).toContain(code);
        expect(message).not.toContain("\n");
      }),
    ));
});

describe("parsing admits", () => {
  it.each([
    ["64 levels", nested(63)],
    ["a wrapped law", { ...noised, inner: corrupted }],
    ["a network in all wrappers", { ...noised, inner: { ...corrupted, inner: network } }],
    ["a network without noise", { ...corrupted, inner: network }],
    ["a network without regions", { ...noised, inner: network }],
    ["a network that follows nothing", { ...network, error: null, learned: false }],
    ["noise that grows", { ...noised, growth: 0.02 }],
    ["noise that grows by 0", { ...noised, growth: 0 }],
    ["pieces", pieces(-1, 0.5, null)],
    ["a second argument", { kind: "compose", outer: line, inner: second }],
    ["a slope of 0, as some released functions have", { ...line, slope: 0 }],
    ["a period below 0", { ...sine, period: -2 }],
    ["a region of one point", regions([1, 1])],
    ["regions without end on both sides", regions([null, -1], [0, 1], [2, null])],
  ])("%s", (_name, value) => expect(parseNumericSpec(value)).toEqual(value));
});

describe("the published schema", () => {
  const text = JSON.stringify(z.toJSONSchema(numericSpecSchema));

  it("is one JSON Schema that refers to itself for laws within laws", () => {
    expect(text).toContain('"$ref":"#/$defs/NumericLaw"');
    expect(z.toJSONSchema(numericSpecSchema)).toMatchObject({
      $ref: "#/$defs/NumericSpec",
    });
  });

  it("names every field of a wrapper", () => {
    for (const field of Object.keys({ ...corrupted, ...network, ...noised, growth: 1 }))
      expect(text).toContain(`"${field}"`);
  });
});
