import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Input } from "../../../../src/contract/index.ts";
import { processFigures } from "../../../../src/categories/numeric/scorers/process-figures.ts";

const domain = { from: -128, to: 128 };
const figures = (rounds: readonly (readonly Input[])[], regions = [{ from: 0, to: 32 }]) =>
  Object.fromEntries(
    Object.entries(processFigures({ domain, regions, rounds })).map(([name, score]) => [
      name,
      score.kind === "scored" ? score.value : NaN,
    ]),
  );
const queries = fc.array(fc.integer({ min: -200, max: 200 }), { minLength: 1, maxLength: 80 });

describe("processFigures", () => {
  it("are shares that neither order nor rounds change", () => {
    fc.assert(
      fc.property(queries, fc.nat(80), (list, cut) => {
        const whole = figures([list]);
        for (const value of Object.values(whole)) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
        }
        expect(figures([list.slice(cut), list.slice(0, cut)])).toEqual(whole);
        expect(figures([list, list])["process.repeated"]).toBeGreaterThanOrEqual(0.5);
        expect(figures([list, list])["process.coverage"]).toBe(whole["process.coverage"]);
      }),
    );
  });

  it("cover everything on a grid with a query in each bin, and a bin per query on fewer", () => {
    const grid = (count: number) => Array.from({ length: count }, (_, i) => -126 + (252 * i) / 63);
    expect(figures([grid(64)])["process.coverage"]).toBe(1);
    expect(figures([grid(16)])["process.coverage"]).toBe(0.25);
    expect(figures([[-128, 128, 129, -129]])["process.coverage"]).toBe(2 / 64);
  });

  it("count what lies in a region, ends included, and what was asked before", () => {
    expect(
      figures([
        [0, 16, 32],
        [33, 0],
      ]),
    ).toEqual({
      "process.coverage": 3 / 64,
      "process.repeated": 0.2,
      "process.inside": 0.8,
    });
  });

  it("leave out what does not apply", () => {
    expect(figures([[1]], [])).toEqual({ "process.coverage": 1 / 64, "process.repeated": 0 });
    expect(figures([])).toEqual({ "process.coverage": 0 });
    expect(figures([["NaN", [1, 2]]])).toEqual({ "process.coverage": 0 });
  });
});
