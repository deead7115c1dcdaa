import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Region } from "../../../../src/contract/index.ts";
import { chanceFrom } from "../../../../src/core/index.ts";
import { hiddenInputs } from "../../../../src/categories/numeric/scorers/hidden-inputs.ts";
import type { HiddenInputsParts } from "../../../../src/categories/numeric/scorers/hidden-inputs.ts";
import type { IndexRange } from "../../../../src/scoring/index.ts";

const domain = { from: -128, to: 128 };
const counts = { domain: 100, region: 20, outside: 21 };
const end = fc.option(fc.integer({ min: -200, max: 200 }));
const region: fc.Arbitrary<Region> = fc.record({ from: end, to: end });

const draw = (parts: Partial<HiddenInputsParts> = {}) =>
  hiddenInputs({
    domain,
    counts,
    regions: [],
    breakpoints: [],
    chance: chanceFrom("seed").fork("hidden"),
    ...parts,
  });
const inputsIn = ({ inputs }: { inputs: Float64Array }, { start, end: stop }: IndexRange) => [
  ...inputs.subarray(start, stop),
];

describe("hiddenInputs", () => {
  it("has every input in exactly one group, each group in its place", () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.array(region, { maxLength: 3 }),
        fc.array(fc.double({ min: -300, max: 300, noNaN: true }), { maxLength: 150 }),
        (seed, regions, breakpoints) => {
          const hidden = draw({ chance: chanceFrom(seed), regions, breakpoints });
          const groups = ["domain", "regions", "outside", "breakpoints", "cells"] as const;
          const ends = groups.map((group) => hidden[group].end);
          expect(groups.map((group) => hidden[group].start)).toEqual([0, ...ends.slice(0, -1)]);
          expect(ends.at(-1)).toBe(hidden.inputs.length);
          expect(inputsIn(hidden, hidden.domain)).toHaveLength(100);
          for (const x of inputsIn(hidden, hidden.domain)) expect(Math.abs(x)).toBeLessThan(128);
          for (const x of inputsIn(hidden, hidden.regions))
            expect(
              regions.some(({ from, to }) => x >= (from ?? -128) && x <= (to ?? 128)) &&
                Math.abs(x) <= 128,
            ).toBe(true);
          for (const x of inputsIn(hidden, hidden.outside)) {
            expect(Math.abs(x)).toBeGreaterThan(128);
            expect(Math.abs(x)).toBeLessThanOrEqual(256);
          }
          expect(inputsIn(hidden, hidden.breakpoints).length).toBeLessThanOrEqual(200);
        },
      ),
      { numRuns: 40 },
    );
  });

  it("draws each group alone: a region more moves nothing elsewhere", () => {
    const plain = draw();
    const corrupted = draw({ regions: [{ from: 3, to: 9 }], breakpoints: [3, 9] });
    for (const group of ["domain", "outside", "cells"] as const)
      expect(inputsIn(corrupted, corrupted[group])).toEqual(inputsIn(plain, plain[group]));
    expect(draw()).toEqual(plain);
    expect(inputsIn(corrupted, corrupted.regions)).toHaveLength(20);
  });

  it("draws nothing in a region that the domain does not have", () =>
    expect(inputsIn(draw(), draw({ regions: [{ from: 130, to: null }] }).regions)).toEqual([]));

  it("lays the outside on both sides of a domain that is not centred", () => {
    const hidden = draw({ domain: { from: 0, to: 10 } });
    const outside = inputsIn(hidden, hidden.outside);
    expect(outside.filter((x) => x >= -5 && x < 0)).toHaveLength(11);
    expect(outside.filter((x) => x > 10 && x <= 15)).toHaveLength(10);
  });

  it("goes to both sides of each breakpoint in the domain, once, from left to right", () => {
    const hidden = draw({ breakpoints: [10, 0, 10, 500] });
    const inputs = inputsIn(hidden, hidden.breakpoints);
    expect(inputs).toHaveLength(4);
    const scales = [-1, 1, -10, 10];
    const distances = inputs.map((x, i) => (x - (i < 2 ? 0 : 10)) / (scales[i] ?? 1));
    for (const distance of distances) {
      expect(distance).toBeGreaterThan(2.9e-7);
      expect(distance).toBeLessThan(3.1e-6);
    }
    expect(new Set(distances).size).toBe(4);
  });

  it("lies on one grid of 2⁻⁴⁰ in every group, whatever the domain", () => {
    const ends = fc.tuple(
      fc.double({ min: -2000, max: 2000, noNaN: true }),
      fc.double({ min: 1e-3, max: 4000, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.string(), ends, fc.double({ noNaN: true }), (seed, [from, width], inside) => {
        const own = { from, to: from + width };
        const at = from + (Math.abs(inside) % 1) * width;
        const hidden = draw({
          domain: own,
          chance: chanceFrom(seed),
          regions: [{ from: at, to: null }],
          breakpoints: [at],
        });
        const most = 2 * Math.max(Math.abs(own.from), Math.abs(own.to));
        const step = 2 ** -40 * 2 ** Math.max(0, Math.ceil(Math.log2(most / 4096)));
        const outside = (x: number): boolean => x < own.from || x > own.to;
        for (const x of hidden.inputs) expect(x / step).toBe(Math.round(x / step));
        expect(inputsIn(hidden, hidden.outside).every(outside)).toBe(true);
        expect(inputsIn(hidden, hidden.cells).some(outside)).toBe(false);
      }),
      { numRuns: 25 },
    );
  });

  it("thins out many breakpoints evenly", () => {
    const hidden = draw({ breakpoints: Array.from({ length: 257 }, (_, i) => i - 128) });
    const kept = inputsIn(hidden, hidden.breakpoints);
    expect(kept).toHaveLength(200);
    expect(kept[0]).toBeLessThan(-128);
    expect(kept.at(-1)).toBeGreaterThan(124);
  });

  it("has a point in each tenth of the domain", () => {
    const hidden = draw();
    inputsIn(hidden, hidden.cells).forEach((x, index) => {
      expect(x).toBeGreaterThanOrEqual(-128 + index / 10 - 1e-9);
      expect(x).toBeLessThanOrEqual(-128 + (index + 1) / 10 + 1e-9);
    });
    expect(hidden.cells.end - hidden.cells.start).toBe(2560);
  });
});
