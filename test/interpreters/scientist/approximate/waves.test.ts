import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chanceFrom } from "../../../../src/core/index.ts";
import { evaluate } from "../../../../src/categories/numeric/index.ts";
import type { Law } from "../../../../src/categories/numeric/index.ts";
import { wavesOf } from "../../../../src/interpreters/scientist/approximate/waves.ts";

const chance = chanceFrom("places of waves");
const xs = Float64Array.from({ length: 140 }, () => -128 + 256 * chance.uniform()).toSorted();
const fresh = Float64Array.from({ length: 100 }, (_, i) => -150.3 + 3.1 * i);

const arbitraryWave = (from: number, to: number): fc.Arbitrary<Law> =>
  fc
    .record({
      amplitude: fc.integer({ min: 10, max: 90 }),
      period: fc.integer({ min: from, max: to }),
      shift: fc.integer({ min: 1, max: 60 }),
      offset: fc.integer({ min: -90, max: 90 }),
    })
    .map(({ amplitude, period, shift, offset }) => ({
      kind: "sine",
      amplitude: amplitude / 10,
      period: period / 10,
      shift: shift / 10,
      offset: offset / 10,
    }));
const line: Law = { kind: "linear", slope: -0.4, intercept: 2.5 };

/** How far what is found is from a law at fresh points, at most; infinitely where nothing is. */
function missOf(law: Law): number {
  const found = wavesOf({ xs, ys: evaluate(law, xs).re });
  if (found === null) return Infinity;
  const truth = evaluate(law, fresh).re;
  return evaluate(found, fresh).re.reduce(
    (most, y, i) => Math.max(most, Math.abs(y - (truth[i] ?? NaN))),
    0,
  );
}

describe("waves", () => {
  it("are told apart, two at once", () => {
    fc.assert(
      fc.property(arbitraryWave(5, 28), arbitraryWave(31, 62), (a, b) => {
        expect(missOf({ kind: "sum", terms: [a, b] })).toBeLessThan(1e-5);
      }),
      { numRuns: 20 },
    );
  });

  it("are found on a slope, and growing with x", () => {
    fc.assert(
      fc.property(arbitraryWave(5, 62), (wave) => {
        expect(missOf({ kind: "sum", terms: [wave, line] })).toBeLessThan(1e-5);
        expect(missOf({ kind: "product", factors: [line, wave] })).toBeLessThan(1e-5);
      }),
      { numRuns: 10 },
    );
  });

  it("are not seen where there are none", () => {
    const own = chanceFrom("noise");
    expect(wavesOf({ xs, ys: xs.map(() => own.normal()) })).toBeNull();
    expect(
      wavesOf({ xs, ys: evaluate({ kind: "gaussian", mean: 3, deviation: 9 }, xs).re }),
    ).toBeNull();
  });
});
