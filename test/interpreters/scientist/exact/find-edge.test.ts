import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Law } from "../../../../src/categories/numeric/index.ts";
import {
  chanceOfPlace,
  findEdge,
  isResolved,
  placeOf,
} from "../../../../src/interpreters/scientist/exact/find-edge.ts";
import type { Edge } from "../../../../src/interpreters/scientist/exact/find-edge.ts";
import { inquiryInto } from "../support.ts";

/** Questions that an edge anywhere in the domain takes at most: 256 is halved 28 times to 10⁻⁶. */
const MOST = 32;

async function search(at: number, budget: number, reserve: number, isTurned: boolean) {
  const pieces = [
    { upTo: at, law: { kind: "constant" as const, value: 0 } },
    { upTo: null, law: { kind: "constant" as const, value: 1 } },
  ];
  const law: Law = { kind: "piecewise", pieces };
  const inquiry = inquiryInto(law, budget);
  const edge: Edge = isTurned ? { near: 128, far: -128 } : { near: -128, far: 128 };
  const found = await findEdge(inquiry, edge, ({ y }) => (y === 0) !== isTurned, reserve);
  return { found, asked: inquiry.lab.readings.length, notes: inquiry.notes };
}

describe("the search for an edge", () => {
  it("finds every tenth from either side, and names it", () =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: -1270, max: 1270 }), fc.boolean(), async (tenth, side) => {
        const { found, asked } = await search(tenth / 10, 256, 0, side);
        expect(placeOf(found)).toBe(tenth / 10 + 0);
        expect(isResolved(found)).toBe(true);
        expect(asked).toBeLessThanOrEqual(MOST);
      }),
      { numRuns: 60 },
    ));

  it("finds any other place to a millionth of its size, and brackets it", () =>
    fc.assert(
      fc.asyncProperty(
        fc.double({ min: -127, max: 127, noNaN: true }),
        fc.boolean(),
        async (at, side) => {
          const { found, asked } = await search(at, 256, 0, side);
          expect(Math.min(found.near, found.far)).toBeLessThanOrEqual(at);
          expect(Math.max(found.near, found.far)).toBeGreaterThanOrEqual(at);
          expect(Math.abs(found.far - found.near)).toBeLessThanOrEqual(
            1e-6 * Math.max(1, Math.abs(at)) * 1.01,
          );
          expect(asked).toBeLessThanOrEqual(MOST);
        },
      ),
      { numRuns: 60 },
    ));

  it("keeps the reserve but for one question, and is honest about a wide bracket", async () => {
    const { found, asked, notes } = await search(33.3, 14, 5, false);
    expect(asked).toBeLessThanOrEqual(10);
    expect(isResolved(found)).toBe(false);
    expect(chanceOfPlace(found)).toBeLessThan(0.5);
    expect(notes.at(-1)?.text).toMatch(
      /^An edge was sought between -128 and 128: after 9 questions/u,
    );
  });

  it("asks nothing and notes nothing where nothing may be asked", async () => {
    const { found, asked, notes } = await search(33.3, 14, 14, false);
    expect({ found, asked, notes }).toEqual({
      found: { near: -128, far: 128 },
      asked: 0,
      notes: [],
    });
  });
});
