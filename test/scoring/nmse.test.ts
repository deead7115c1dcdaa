import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Output, RunOutcome, Score, Value } from "../../src/contract/index.ts";
import { BenchError } from "../../src/core/index.ts";
import { nmse } from "../../src/scoring/index.ts";
import type { ValueColumn } from "../../src/scoring/index.ts";
import { pythonNumbers } from "../core/python.ts";

interface Complex {
  readonly re: number;
  readonly im: number;
}

const column = (values: readonly (number | Complex)[]): ValueColumn => {
  const parts = values.map((value) => (typeof value === "number" ? { re: value, im: 0 } : value));
  return {
    re: Float64Array.from(parts, ({ re }) => re),
    im: values.every((value) => typeof value === "number")
      ? null
      : Float64Array.from(parts, ({ im }) => im),
  };
};

const gave = (values: readonly Value[]): RunOutcome => ({
  kind: "ran",
  outputs: values.map((value) => ({ kind: "value", value })),
});

const ran = (outputs: readonly Output[]): RunOutcome => ({ kind: "ran", outputs });

const valueOf = (score: Score): number => (score.kind === "scored" ? score.value : NaN);

const finite = fc.double({ min: -1e3, max: 1e3, noNaN: true }).map((x) => Math.fround(x));
const complex = fc.record({ re: finite, im: finite });
const point = fc.record({ f: fc.oneof(finite, complex), g: fc.oneof(finite, complex) });
/** Points with some energy, so that the score does not rest on rounding alone. */
const points = fc
  .array(point, { minLength: 1, maxLength: 40 })
  .map((list) => [{ f: 10, g: 9.5 }, ...list]);
const missing = fc.constantFrom<number | Complex>(NaN, Infinity, -Infinity, { re: 1, im: NaN });

const scoreOf = (list: readonly { f: number | Complex; g: Value }[]): Score =>
  nmse(column(list.map(({ f }) => f)), gave(list.map(({ g }) => g)));

const scaled = (value: number | Complex, by: number): number | Complex =>
  typeof value === "number" ? value * by : { re: value.re * by, im: value.im * by };

describe("nmse", () => {
  it("is 0 exactly where the code gives the truth", () => {
    fc.assert(
      fc.property(points, (list) => {
        expect(scoreOf(list.map(({ f }) => ({ f, g: f })))).toEqual({ kind: "scored", value: 0 });
        const [first, ...rest] = list.map(({ f }) => ({ f, g: f }));
        expect(valueOf(scoreOf([{ f: first?.f ?? 0, g: 10.25 }, ...rest]))).toBeGreaterThan(0);
      }),
    );
  });

  it("is 1 for the answer 0, and ε² for a truth scaled by 1 + ε", () => {
    fc.assert(
      fc.property(points, fc.constantFrom(0.5, 0.25, -0.125), (list, epsilon) => {
        expect(scoreOf(list.map(({ f }) => ({ f, g: 0 })))).toEqual({ kind: "scored", value: 1 });
        const stretched = list.map(({ f }) => ({ f, g: scaled(f, 1 + epsilon) }));
        expect(valueOf(scoreOf(stretched))).toBeCloseTo(epsilon * epsilon, 6);
      }),
    );
  });

  it("does not change when truth and code are scaled alike", () => {
    fc.assert(
      fc.property(points, fc.integer({ min: -20, max: 20 }), (list, power) => {
        // Powers of two scale without rounding.
        const by = 2 ** power;
        const same = list.map(({ f, g }) => ({ f: scaled(f, by), g: scaled(g, by) }));
        expect(scoreOf(same)).toEqual(scoreOf(list));
      }),
    );
  });

  it("does not depend on the order of points, but for rounding", () => {
    fc.assert(
      fc.property(points, (list) => {
        const there = valueOf(scoreOf(list));
        expect(Math.abs(valueOf(scoreOf(list.toReversed())) - there)).toBeLessThanOrEqual(
          1e-12 * there,
        );
      }),
    );
  });

  it("is never NaN, infinite or negative", () => {
    const wild = fc.oneof(fc.double(), fc.record({ re: fc.double(), im: fc.double() }));
    const wildPoints = fc.array(fc.record({ f: wild, g: fc.oneof(wild, fc.string()) }));
    fc.assert(
      fc.property(wildPoints, (list) => {
        const score = scoreOf(list);
        expect(
          score.kind === "scored"
            ? Number.isFinite(score.value) && score.value >= 0
            : ["zero-energy", "output-not-a-number"].includes(score.reason),
        ).toBe(true);
      }),
    );
  });

  it("leaves out a point where the truth is not finite, whatever the code does there", () => {
    const outputs = fc.constantFrom<Output>(
      { kind: "value", value: 1e300 },
      { kind: "value", value: "text" },
      { kind: "undefined" },
      { kind: "invalid", got: "a list" },
      { kind: "threw", message: "log of a negative number" },
    );
    fc.assert(
      fc.property(points, missing, outputs, fc.nat(), (list, f, output, at) => {
        const truths: (number | Complex)[] = list.map((each) => each.f);
        const given: Output[] = list.map(({ g }) => ({ kind: "value", value: g }));
        const index = at % (list.length + 1);
        expect(
          nmse(column(truths.toSpliced(index, 0, f)), ran(given.toSpliced(index, 0, output))),
        ).toEqual(scoreOf(list));
      }),
    );
  });

  it("agrees with the formula written in Python, complex numbers included", () => {
    const list = Array.from({ length: 40 }, (_, index) => ({
      f: index % 3 === 0 ? index - 17.5 : { re: index / 7, im: 3 - index },
      g: index % 4 === 0 ? 2.5 * index : { re: index / 6, im: 2 - index / 2 },
    }));
    const written = (value: number | Complex): string =>
      typeof value === "number" ? `complex(${value}, 0)` : `complex(${value.re}, ${value.im})`;
    const pairs = list.map(({ f, g }) => `(${written(f)}, ${written(g)})`).join(", ");
    const [expected = NaN] = pythonNumbers(
      `[(lambda p: sum(abs(f - g)**2 for f, g in p) / sum(abs(f)**2 for f, g in p))([${pairs}])]`,
    );
    expect(Math.abs(valueOf(scoreOf(list)) / expected - 1)).toBeLessThan(1e-13);
  });

  it("is what it is by hand", () => {
    // Errors 1, 0 and 2 against a truth of energy 9 + 16 + 25.
    expect(
      scoreOf([
        { f: 3, g: 4 },
        { f: -4, g: -4 },
        { f: 5, g: 3 },
      ]),
    ).toEqual({
      kind: "scored",
      value: 5 / 50,
    });
    // A real answer to a complex truth misses its whole imaginary part.
    expect(
      scoreOf([
        { f: { re: 0, im: 2 }, g: 0 },
        { f: 2, g: 2 },
      ]),
    ).toEqual({
      kind: "scored",
      value: 0.5,
    });
    // An imaginary part where there should be none counts.
    expect(scoreOf([{ f: 2, g: { re: 2, im: 1 } }])).toEqual({ kind: "scored", value: 0.25 });
  });
});

describe("what cannot be scored", () => {
  const truth = column([1, 2, NaN]);
  const ok: Output = { kind: "value", value: 1 };

  it.each([
    [{ kind: "not-loaded", message: "SyntaxError" }, "code-not-loaded", "SyntaxError"],
    [{ kind: "timed-out" }, "code-timed-out", undefined],
    [{ kind: "out-of-memory" }, "code-out-of-memory", undefined],
    [{ kind: "no-sandbox", remedy: "install bubblewrap" }, "no-sandbox", "install bubblewrap"],
  ] as const)("says so of %o", (outcome, reason, detail) => {
    expect(nmse(truth, outcome)).toEqual({
      kind: "unscored",
      reason,
      ...(detail === undefined ? {} : { detail }),
    });
  });

  it.each([
    [{ kind: "threw", message: "boom" }, "code-threw", "boom"],
    [{ kind: "undefined" }, "output-not-a-number", "got no value"],
    [{ kind: "invalid", got: "a list" }, "output-not-a-number", "got a list"],
    [{ kind: "value", value: "2" }, "output-not-a-number", 'got "2"'],
    [{ kind: "value", value: "two" }, "output-not-a-number", 'got "two"'],
    [{ kind: "value", value: NaN }, "output-not-a-number", "got null"],
  ] as const)("names the point and the reason of %o", (output, reason, detail) => {
    expect(nmse(truth, ran([ok, output, ok]))).toEqual({
      kind: "unscored",
      reason,
      detail: `test point 2 of 3: ${detail}`,
    });
  });

  it("includes a truth without energy, finite or not", () => {
    expect(nmse(column([0, 0]), gave([0, 0]))).toEqual({ kind: "unscored", reason: "zero-energy" });
    expect(nmse(column([NaN]), gave([1]))).toEqual({ kind: "unscored", reason: "zero-energy" });
  });

  it.each([
    [[1], [1e200]],
    [[1e200], [1]],
    [[1e200], [1e200]],
  ])("includes sums beyond the largest number: truth %o, code %o", (f, g) =>
    expect(nmse(column(f), gave(g))).toMatchObject({ reason: "output-not-a-number" }),
  );

  it("keeps a long message to one short line", () => {
    const score = nmse(truth, { kind: "not-loaded", message: `line\n${"x".repeat(5000)}` });
    const detail = score.kind === "unscored" ? (score.detail ?? "") : "";
    expect(detail).toHaveLength(200);
    expect(detail).toMatch(/^line x+…$/);
  });

  it("does not include a wrong number of outputs, which is a fault of ours", () =>
    expect(() => nmse(truth, gave([1]))).toThrow(BenchError));
});
