import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chanceFrom } from "../../../../src/core/index.ts";
import { decoderFor } from "../../../../src/interpreters/scientist/noisy/decode.ts";
import type {
  Decoding,
  DecodingParts,
} from "../../../../src/interpreters/scientist/noisy/decode.ts";
import type { Shape } from "../../../../src/interpreters/scientist/noisy/shape.ts";

const line: Shape = {
  family: "line",
  base: null,
  columns: [() => 1, (x) => x],
  grids: [10, 10],
  prior: 0,
  build: () => null,
};

const inTenths = fc.integer({ min: -300, max: 300 }).map((whole) => whole / 10);

function decode(shape: Shape, parts: DecodingParts): Decoding {
  return decoderFor(parts)(shape, -Infinity);
}

function partsOf(xs: readonly number[], y: (x: number) => number): DecodingParts {
  const sample = { xs: Float64Array.from(xs), ys: Float64Array.from(xs, y) };
  return { sample, mean: 0, deviation: 1, margin: 8, most: 20 };
}

describe("decoding factors on decimal grids", () => {
  it("finds planted factors in answers without noise", () => {
    fc.assert(
      fc.property(inTenths, inTenths, (intercept, slope) => {
        const parts = partsOf([-9, -1, 0.5, 3, 80], (x) => intercept + slope * x);
        const [best] = decode(line, parts).members;
        expect(best?.factors).toEqual([intercept + 0, slope + 0]);
        expect(best?.error).toBeLessThan(1e-12);
      }),
    );
  });

  it("gives every pair of tenths within the margin, and no other", () => {
    fc.assert(
      fc.property(fc.string(), inTenths, inTenths, (seed, intercept, slope) => {
        const draws = chanceFrom(seed);
        const xs = [-3, -1, 0, 1, 2, 3];
        const parts = partsOf(xs, (x) => intercept + slope * x + draws.normal());
        const { ys } = parts.sample;
        const errorOf = (a: number, b: number): number =>
          xs.reduce((sum, x, i) => sum + ((ys[i] ?? 0) - a - b * x) ** 2, 0);
        const { members } = decode(line, { ...parts, margin: 0.02, most: 1000 });
        const least = members[0]?.error ?? NaN;
        let within = 0;
        for (let i = -20; i <= 20; i += 1) {
          for (let j = -20; j <= 20; j += 1) {
            const [a, b] = [intercept + i / 10, slope + j / 10];
            expect(errorOf(a, b)).toBeGreaterThan(least - 1e-9);
            if (errorOf(a, b) < least + 0.02 - 1e-9) within += 1;
          }
        }
        expect(members.length).toBeGreaterThanOrEqual(within);
        for (const { factors, error } of members)
          expect(errorOf(factors[0] ?? NaN, factors[1] ?? NaN)).toBeCloseTo(error, 6);
      }),
      { numRuns: 20 },
    );
  });

  it("weighs a shape without factors by its base alone", () => {
    const fixed: Shape = { ...line, base: (x) => 2 * x, columns: [], grids: [] };
    const { members } = decode(
      fixed,
      partsOf([1, 2, 3], (x) => 2 * x + 1),
    );
    expect(members).toHaveLength(1);
    expect(members[0]?.error).toBeCloseTo(3, 9);
  });

  it("leaves out a column that says nothing beside the others", () => {
    const twice: Shape = { ...line, columns: [() => 1, () => 2], grids: [10, 10] };
    const [best] = decode(
      twice,
      partsOf([1, 2, 3], () => 4),
    ).members;
    expect(best?.factors).toEqual([4, 0]);
  });
});
