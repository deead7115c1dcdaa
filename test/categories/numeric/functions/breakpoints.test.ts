import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breakpointsOf, evaluate } from "../../../../src/categories/numeric/index.ts";
import type { Approximated, Law, NumericSpec } from "../../../../src/categories/numeric/index.ts";
import { arbitraryNumericSpec } from "../../../laws/arbitrary-numeric-spec.ts";

const half = fc.integer({ min: -40, max: 40 }).map((halves) => halves / 2);
const slope = fc.constantFrom(-2, -1, 0.5, 1, 4);

/** Straight lines between breakpoints, and nothing else. */
const bent: fc.Arbitrary<Law> = fc.letrec<{ law: Law; line: Law }>((tie) => ({
  line: fc.record({ kind: fc.constant("linear"), slope, intercept: half }),
  law: fc.oneof(
    { depthSize: "small" },
    fc.record({ kind: fc.constant("absolute"), slope: half, offset: half }),
    fc.record({ kind: fc.constant("step"), height: half, atZero: half, offset: half }),
    fc.record({ kind: fc.constant("leaky-relu"), slope: half, leak: half, offset: half }),
    fc.record({ kind: fc.constant("rectangle"), width: fc.constantFrom(1, 4, 9.5) }),
    fc.record({
      kind: fc.constant("square-wave"),
      period: fc.constantFrom(7, -12),
      shift: half,
    }),
    fc.record({
      kind: fc.constant("square-wave"),
      period: fc.constantFrom(7, 12.5),
      shift: half,
      exact: fc.constant(true),
    }),
    fc.record({
      kind: fc.constant("modulo"),
      divisor: fc.constantFrom(3, 8),
      scale: half,
      offset: half,
    }),
    fc.constantFrom<Law>({ kind: "ceil" }, { kind: "floor" }),
    fc.record({
      kind: fc.constant("sum"),
      terms: fc.array(tie("law"), { minLength: 2, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant("compose"), outer: tie("law"), inner: tie("line") }),
    fc.record({ kind: fc.constant("compose"), outer: tie("line"), inner: tie("law") }),
    fc.tuple(half, tie("law"), tie("law")).map(([end, left, right]): Law => ({
      kind: "piecewise",
      pieces: [
        { upTo: end, law: left },
        { upTo: null, law: right },
      ],
    })),
  ),
})).law;

/** Where a function is not straight between two of its breakpoints. */
function crooked(spec: NumericSpec, [from, to]: readonly [number, number]): readonly number[] {
  const inner = breakpointsOf(spec, from, to, 10_000);
  const ends = [from, ...inner, to];
  return ends.slice(1).flatMap((end, i) => {
    const start = ends[i] ?? 0;
    if (end - start < 1e-6) return [];
    const xs = Float64Array.from([0.1, 0.5, 0.9], (share) => start + share * (end - start));
    const [left = 0, middle = 0, right = 0] = evaluate(spec, xs).re;
    const size = Math.max(1, Math.abs(left), Math.abs(right));
    return Math.abs((left + right) / 2 - middle) <= 1e-7 * size ? [] : [start];
  });
}

describe("breakpoints", () => {
  it("leave nothing but straight lines between them, where a law has only such", () =>
    fc.assert(
      fc.property(bent, (law) => {
        expect(crooked(law, [-30.25, 29.75])).toEqual([]);
      }),
      { numRuns: 500 },
    ));

  it("leave nothing but straight lines between those of a network", () => {
    const networks = arbitraryNumericSpec.filter(
      (spec): spec is Approximated => spec.kind === "approximated" && spec.precision === "float64",
    );
    fc.assert(
      fc.property(networks, (network) => {
        expect(crooked(network, [-100, 100])).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it("ascend, lie between the ends, and are those nearest to 0", () =>
    fc.assert(
      fc.property(arbitraryNumericSpec, fc.integer({ min: 0, max: 40 }), (spec, limit) => {
        const some = breakpointsOf(spec, -128, 128, limit);
        const all = breakpointsOf(spec, -128, 128, 1_000);
        expect(some).toEqual([...new Set(some)].toSorted((a, b) => a - b));
        expect(some.every((x) => x >= -128 && x <= 128)).toBe(true);
        expect(some).toHaveLength(Math.min(limit, all.length));
        const farthest = Math.max(0, ...some.map(Math.abs));
        const left = all.filter((x) => !some.includes(x));
        expect(left.every((x) => Math.abs(x) >= farthest - 1e-9)).toBe(true);
      }),
    ));

  it.each<[string, NumericSpec, readonly number[]]>([
    ["a sine has none", { kind: "sine", amplitude: 1, period: 2, shift: 0, offset: 0 }, []],
    ["a pole", { kind: "reciprocal", scale: 2 }, [0]],
    ["poles of a quotient", { kind: "rational", numerator: [1], denominator: [-4, 0, 1] }, [-2, 2]],
    [
      "the edge of a root",
      { kind: "root", scale: 1, degree: 2, offset: 0, negative: "complex" },
      [0],
    ],
    [
      "a step elsewhere",
      {
        kind: "compose",
        outer: { kind: "step", height: 1, atZero: 0, offset: 0 },
        inner: { kind: "linear", slope: -2, intercept: 7 },
      },
      [3.5],
    ],
    [
      "what an inner law has of its own",
      {
        kind: "compose",
        outer: { kind: "sine", amplitude: 1, period: 2, shift: 0, offset: 0 },
        inner: { kind: "rectangle", width: 3 },
      },
      [-1.5, 1.5],
    ],
    [
      "nothing of another argument",
      {
        kind: "sum",
        terms: [
          { kind: "compose", outer: { kind: "floor" }, inner: { kind: "argument", index: 1 } },
          { kind: "absolute", slope: 1, offset: 0 },
        ],
      },
      [0],
    ],
    [
      "ends of regions, and nothing within them",
      {
        kind: "corrupted",
        inner: { kind: "absolute", slope: 1, offset: 0 },
        regions: [
          { from: -3, to: 4, replacement: { kind: "constant", value: 1 } },
          { from: 9, to: null, replacement: { kind: "constant", value: 1 } },
        ],
        spread: 0,
        scatter: "per-call",
      },
      [-3, 4, 9],
    ],
  ])("%s", (_name, spec, expected) => {
    const found = breakpointsOf(spec, -10, 10, 100);
    expect(found).toHaveLength(expected.length);
    found.forEach((x, i) => expect(x).toBeCloseTo(expected[i] ?? NaN, 9));
  });
});
