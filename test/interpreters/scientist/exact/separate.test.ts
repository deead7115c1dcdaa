import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Law } from "../../../../src/categories/numeric/index.ts";
import { separate } from "../../../../src/interpreters/scientist/exact/separate.ts";
import { inquiryInto } from "../support.ts";

const waves: readonly Law[] = [1.3, 2.9, 4.4, 7.1].flatMap((period) =>
  Array.from({ length: 10 * period }, (_, i): Law => ({
    kind: "square-wave",
    period,
    shift: i / 10,
  })),
);
const rectangles: readonly Law[] = Array.from({ length: 60 }, (_, i): Law => ({
  kind: "rectangle",
  width: 2 + i / 10,
}));

async function left(laws: readonly Law[], truth: Law, budget: number, reserve = 0) {
  const inquiry = inquiryInto(truth, budget);
  const [law, ...rivals] = laws;
  if (law === undefined) throw new Error("Expected a law");
  const found = await separate(inquiry, { law, rivals, misses: [], bits: 0 }, reserve);
  const counts = inquiry.notes.map(({ data }) => data);
  return { found, asked: inquiry.lab.readings.length, counts };
}

describe.each([
  { name: "square waves", laws: waves },
  { name: "rectangles", laws: rectangles },
])("laws that are told apart: $name", ({ laws }) => {
  it("leave the true one alone, in few questions", () =>
    fc.assert(
      fc.asyncProperty(fc.constantFrom(...laws), async (truth) => {
        const { found, asked } = await left(laws, truth, 64);
        expect(found?.law).toEqual(truth);
        expect(found?.rivals).toEqual([]);
        expect(asked).toBeLessThanOrEqual(24);
      }),
      { numRuns: 25 },
    ));

  it("grow no more with any question, and keep the true one", () =>
    fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...laws),
        fc.integer({ min: 0, max: 8 }),
        async (truth, budget) => {
          const { found, counts } = await left(laws, truth, budget);
          expect(found === null ? [] : [found.law, ...found.rivals]).toContainEqual(truth);
          for (const count of counts)
            expect(count).toSatisfy(
              (each: { before: number; after: number }) => each.after <= each.before,
            );
        },
      ),
      { numRuns: 25 },
    ));
});

describe("a separation", () => {
  it("is null where none of the laws is true", async () => {
    const { found } = await left(rectangles, { kind: "constant", value: 7 }, 64);
    expect(found).toBeNull();
  });

  it("keeps the reserve", async () => {
    const [truth = { kind: "floor" } as const] = waves;
    expect((await left(waves, truth, 20, 18)).asked).toBeLessThanOrEqual(2);
  });

  it("asks nothing where all laws say the same", async () => {
    const same: Law = { kind: "constant", value: 2 };
    const { found, asked } = await left([same, { ...same }], same, 64);
    expect(asked).toBe(0);
    expect(found?.rivals).toHaveLength(1);
  });
});
