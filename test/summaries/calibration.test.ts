import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Outcome, Score } from "../../src/contract/index.ts";
import { calibration, measured } from "./of-outcomes.ts";
import { outcomeOf } from "./outcomes.ts";

const scored = (value: number): Score => ({ kind: "scored", value });

function claim(
  problem: string,
  confidence: number | null,
  law: Score | undefined,
  tags: readonly string[] = ["plain"],
): Outcome {
  const base = outcomeOf({ problem, came: "missed" });
  return { ...base, tags, confidence, scores: law === undefined ? {} : { law } };
}

const claims = fc.array(
  fc.record({ confidence: fc.double({ min: 0, max: 1, noNaN: true }), right: fc.boolean() }),
  { minLength: 1, maxLength: 40 },
);
const outcomesOf = (list: readonly { confidence: number; right: boolean }[]): Outcome[] =>
  list.map(({ confidence, right }, index) => claim(`p${index}`, confidence, scored(right ? 1 : 0)));

describe("calibration", () => {
  it("has each claim in one bin, in which its confidence lies, and a Brier score from 0 to 1", () => {
    fc.assert(
      fc.property(claims, (list) => {
        const { n, brier, bins } = calibration(outcomesOf(list));
        expect(n).toBe(list.length);
        expect(bins.map(({ n: size }) => size).reduce((a, b) => a + b, 0)).toBe(n);
        for (const { from, to, confidence, success, n: size } of bins) {
          expect(confidence === null).toBe(size === 0);
          if (confidence === null || success === null) continue;
          expect(confidence).toBeGreaterThanOrEqual(from - 1e-12);
          expect(confidence).toBeLessThanOrEqual(to + 1e-12);
          expect(success.n).toBe(size);
        }
        expect(brier?.low).toBeGreaterThanOrEqual(0);
        expect(brier?.high).toBeLessThanOrEqual(1);
        const expected = list.map(({ confidence, right }) => (confidence - (right ? 1 : 0)) ** 2);
        expect(brier?.value).toBeCloseTo(expected.reduce((a, b) => a + b, 0) / n, 9);
      }),
      { numRuns: 30 },
    );
  });

  it("is 0 for certainty that is right, 1 for certainty that is wrong, ¼ for never committing", () => {
    const brier = (confidence: number, right: boolean) =>
      calibration(outcomesOf([{ confidence, right }])).brier?.value;
    expect([brier(1, true), brier(0, false), brier(1, false), brier(0.5, true)]).toEqual([
      0, 0, 1, 0.25,
    ]);
  });

  it("counts code that could not be scored as wrong, and leaves out what says nothing", () => {
    const { n, brier } = calibration([
      claim("a", 1, { kind: "unscored", reason: "code-threw" }),
      claim("b", null, scored(1)),
      claim("c", 1, { kind: "unscored", reason: "law-not-learned" }),
      claim("d", 1, undefined),
    ]);
    expect(n).toBe(1);
    expect(brier?.value).toBe(1);
    expect(calibration([])).toMatchObject({ n: 0, brier: null });
  });
});

describe("measured", () => {
  const failed = (tags: readonly string[]): Outcome => ({
    ...outcomeOf({ problem: "f", came: "failed" }),
    tags,
  });

  it("keeps what carries the metric, and the failed items on problems that it is about", () => {
    const kept = claim("a", null, scored(0));
    const threw = claim("b", null, { kind: "unscored", reason: "code-threw" });
    const without = claim("c", null, undefined);
    const list = [kept, threw, without, failed(["plain"])];
    expect(measured(list, "law")).toEqual(["a", "b", "f"]);
    expect(measured([failed(["approximated"])], "law")).toEqual([]);
    expect(measured([failed(["approximated"])], "network.law")).toHaveLength(1);
    expect(measured([failed(["approximated", "law-not-learned"])], "network.law")).toEqual([]);
    expect(measured([failed(["corrupted"])], "corruption.stated.iou")).toHaveLength(1);
    expect(measured([failed(["corrupted"])], "corruption.stated.false")).toEqual([]);
  });
});
