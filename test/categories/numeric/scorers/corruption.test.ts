import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Region, Scores } from "../../../../src/contract/index.ts";
import { chanceFrom } from "../../../../src/core/index.ts";
import { hiddenInputs } from "../../../../src/categories/numeric/scorers/hidden-inputs.ts";
import { corruptionScores } from "../../../../src/categories/numeric/scorers/corruption-scores.ts";
import { unionIou } from "../../../../src/categories/numeric/scorers/intervals.ts";
import { partedStretches } from "../../../../src/categories/numeric/scorers/parted-stretches.ts";
import { column } from "./columns.ts";

const domain = { from: -128, to: 128 };
const { inputs, cells } = hiddenInputs({
  domain,
  counts: { domain: 0, region: 0, outside: 0 },
  regions: [],
  breakpoints: [],
  chance: chanceFrom("cells"),
});
const valuesOf = (law: (x: number) => number) => column([...inputs].map(law));
const parted = (law: (x: number) => number, code: (x: number) => number) =>
  partedStretches(valuesOf(law), valuesOf(code), cells, domain);

const laws: readonly (readonly [string, (x: number) => number])[] = [
  ["a line", (x) => 2 * x + 1],
  ["a fast sine", (x) => 8 * Math.sin(63 * x)],
  ["a slow sine", (x) => 8 * Math.sin(x)],
  ["a logarithm", (x) => (x > 0 ? 3 * Math.log(x) : NaN)],
  ["a square wave", (x) => (Math.sin(1.3 * x) > 0 ? 1 : -1)],
  ["a pole", (x) => 1 / x],
  ["a constant", () => 4],
];

describe("partedStretches", () => {
  it.each(laws)("finds nothing between %s and itself, noise of rounding included", (_, law) => {
    expect(parted(law, law)).toEqual([]);
    expect(parted(law, (x) => law(x) * (1 + 1e-9))).toEqual([]);
  });

  it.each(laws)("finds a region in %s that is replaced by a far constant", (_, law) => {
    const tenths = fc.record({
      from: fc.integer({ min: -1000, max: 1000 }),
      width: fc.integer({ min: 50, max: 250 }),
    });
    fc.assert(
      fc.property(tenths, ({ from, width }) => {
        const region = { from: from / 10, to: Math.min(128, (from + width) / 10) };
        const inside = (x: number): boolean => x >= region.from && x <= region.to;
        const found = parted(law, (x) => (inside(x) ? 5000 : law(x)));
        expect(unionIou(found, [region], domain)).toBeGreaterThan(0.999);
      }),
      { numRuns: 15 },
    );
  });

  it("bridges the points at which a wave crosses the constant that replaces it", () => {
    const wave = (x: number): number => 8 * Math.sin(x);
    const region = { from: -20, to: 5 };
    const found = parted(wave, (x) => (x >= region.from && x <= region.to ? 0 : wave(x)));
    expect(found).toHaveLength(1);
    expect(unionIou(found, [region], domain)).toBeGreaterThan(0.95);
  });

  it("takes single points for chance: a jump that is a hair off, a pole", () => {
    const step = (at: number) => (x: number) => (x < at ? 0 : 9);
    expect(parted(step(0), step(0.1))).toEqual([]);
    expect(parted(step(0), step(30))).toEqual([{ from: 0, to: 30 }]);
  });

  it("takes values where there are none, and none where there are, for parting", () => {
    const logarithm = (x: number): number => (x > 0 ? Math.log(x) : NaN);
    expect(parted(logarithm, (x) => Math.log(Math.abs(x)))).toEqual([{ from: -128, to: 0 }]);
    expect(
      parted(
        (x) => x,
        () => NaN,
      ),
    ).toEqual([domain]);
  });

  it("keeps two regions apart", () => {
    const inside = (x: number): boolean => (x >= 10 && x <= 20) || (x >= 25 && x <= 32);
    const found = parted(
      (x) => x,
      (x) => (inside(x) ? -400 : x),
    );
    expect(found.map(({ from, to }) => [from, to].map((edge) => edge.toFixed(6)))).toEqual([
      ["10.000000", "20.000000"],
      ["25.000000", "32.000000"],
    ]);
  });
});

describe("corruptionScores", () => {
  const end = fc.option(fc.integer({ min: -150, max: 150 }));
  const regions = fc.array(fc.record({ from: end, to: end }), { maxLength: 4 });
  const of = (found: readonly Region[], truth: readonly Region[]): Scores =>
    corruptionScores("stated", { domain, regions: truth, found });
  const scored = (value: number) => ({ kind: "scored", value });

  it("is full overlap for the true regions, and no false alarm for none", () => {
    fc.assert(
      fc.property(regions, regions, (truth, other) => {
        const perfect = of(truth, truth);
        const isClean = "corruption.stated.false" in perfect;
        expect(perfect).toEqual(
          isClean
            ? { "corruption.stated.false": scored(0) }
            : { "corruption.stated.iou": scored(1), "corruption.stated.detected": scored(1) },
        );
        if (isClean) return;
        const iou = unionIou(other, truth, domain);
        expect(of(other, truth)).toEqual({
          "corruption.stated.iou": scored(iou),
          "corruption.stated.detected": scored(iou >= 0.5 ? 1 : 0),
        });
      }),
    );
  });

  it("detects at half the overlap", () => {
    const truth = [{ from: 0, to: 10 }];
    const detected = (to: number) => of([{ from: 0, to }], truth)["corruption.stated.detected"];
    expect(detected(5)).toEqual(scored(1));
    expect(detected(4.99)).toEqual(scored(0));
    expect(detected(20)).toEqual(scored(1));
    expect(detected(20.1)).toEqual(scored(0));
  });

  it("takes a function for clean whose region lies outside the domain", () => {
    const beyond = [{ from: 130, to: null }];
    expect(of([], beyond)).toEqual({ "corruption.stated.false": scored(0) });
    expect(of([{ from: 1, to: 2 }], beyond)).toEqual({ "corruption.stated.false": scored(1) });
    expect(of([{ from: 140, to: 150 }], [])).toEqual({ "corruption.stated.false": scored(0) });
  });

  it("passes on why there is nothing to look at", () => {
    const found = { kind: "unscored", reason: "no-code" } as const;
    expect(corruptionScores("code", { domain, regions: [], found })).toEqual({
      "corruption.code.false": found,
    });
    expect(corruptionScores("code", { domain, regions: [{ from: 1, to: 2 }], found })).toEqual({
      "corruption.code.iou": found,
      "corruption.code.detected": found,
    });
  });
});
