import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Region } from "../../../../src/contract/index.ts";
import { clippedUnion, unionIou } from "../../../../src/categories/numeric/scorers/intervals.ts";

const domain = { from: -20, to: 20 };
const end = fc.option(fc.integer({ min: -30, max: 30 }));
const region: fc.Arbitrary<Region> = fc.record({ from: end, to: end });
const regions = fc.array(region, { maxLength: 6 });

/** Whole-number ends make unit cells exact: a cell is covered as its middle is. */
const cellsOf = (list: readonly Region[]): boolean[] =>
  Array.from({ length: 40 }, (_, index) => index - 19.5).map((x) =>
    list.some(({ from, to }) => x >= (from ?? -Infinity) && x <= (to ?? Infinity)),
  );

describe("clippedUnion", () => {
  it("covers what the regions cover in the domain, in disjoint stretches from left to right", () => {
    fc.assert(
      fc.property(regions, (list) => {
        const union = clippedUnion(list, domain);
        expect(cellsOf(union)).toEqual(cellsOf(list));
        union.forEach(({ from, to }, index) => {
          expect(from).toBeLessThan(to);
          expect(from).toBeGreaterThan(union[index - 1]?.to ?? -20.5);
          expect(to).toBeLessThanOrEqual(20);
        });
        expect(clippedUnion(union, domain)).toEqual(union);
      }),
    );
  });

  it("takes a region that is turned round, or outside, for nothing", () => {
    const odd = [
      { from: 5, to: -5 },
      { from: 3, to: 3 },
      { from: 20, to: null },
      { from: NaN, to: 4 },
    ];
    expect(clippedUnion(odd, domain)).toEqual([]);
    expect(clippedUnion([{ from: null, to: null }], domain)).toEqual([domain]);
  });
});

describe("unionIou", () => {
  it("is what counting cells gives", () => {
    fc.assert(
      fc.property(regions, regions, (left, right) => {
        const [a, b] = [cellsOf(left), cellsOf(right)];
        const both = a.filter((covered, index) => covered && b[index] === true).length;
        const either = a.filter((covered, index) => covered || b[index] === true).length;
        const expected = either === 0 ? 1 : both / either;
        expect(unionIou(left, right, domain)).toBeCloseTo(expected, 12);
        expect(unionIou(right, left, domain)).toBeCloseTo(expected, 12);
        expect(unionIou(left, left, domain)).toBe(1);
      }),
      { numRuns: 500 },
    );
  });

  it("is exact on ends between the cells too", () => {
    const iou = unionIou([{ from: 0.1, to: 0.4 }], [{ from: 0.25, to: null }], domain);
    expect(iou).toBeCloseTo(0.15 / 19.9, 12);
    expect(unionIou([], [], domain)).toBe(1);
    expect(unionIou([], [{ from: 0, to: 1 }], domain)).toBe(0);
  });
});
