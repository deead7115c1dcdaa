import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chanceFrom } from "../../../../src/core/index.ts";
import { levelOf } from "../../../../src/categories/numeric/index.ts";
import type { Law } from "../../../../src/categories/numeric/index.ts";
import { replacementOf } from "../../../../src/interpreters/scientist/exact/replacement-of.ts";
import { readingsOf, tenths } from "../support.ts";

const law: Law = { kind: "polynomial", coefficients: [3, 0.5, 0.01] };
const xs = Array.from({ length: 40 }, (_, i) => 10.03 + 0.4 * i);

/** What stands there, with a scatter around it. */
function scattered(truth: Law, spread: number, seed: string) {
  const chance = chanceFrom(seed);
  return readingsOf(truth, xs).map((reading) => ({
    ...reading,
    y: reading.y + spread * chance.normal(),
  }));
}

describe("what stands in for a law", () => {
  it("is the law's own mean, to the last bit, where the scatter allows it", () =>
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(0, 0.1, 5), (seed, spread) => {
        const { mean } = levelOf(law);
        const found = replacementOf(
          law,
          scattered({ kind: "constant", value: mean }, spread, seed),
        );
        expect(found.replacement.kind === "constant").toBe(true);
        if (found.replacement.kind === "constant" && spread < 5)
          expect(Math.abs(found.replacement.value - mean)).toBeLessThanOrEqual(spread);
        if (spread === 0) expect(found.replacement).toEqual({ kind: "constant", value: mean });
      }),
      { seed: 11, numRuns: 40 },
    ));

  it("has the spread of the scatter, within its sampling error", () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 }),
        fc.constantFrom(0.01, 1, 30),
        (seed, spread) => {
          const readings = scattered({ kind: "constant", value: 500 }, spread, String(seed));
          const ratio = replacementOf(law, readings).spread / spread;
          expect(ratio).toBeGreaterThan(0.5);
          expect(ratio).toBeLessThan(1.6);
        },
      ),
    ));

  it("is the line or parabola that the readings lie on", () =>
    fc.assert(
      fc.property(tenths(-9, 9), tenths(-9, 9), tenths(-9, 9), (a, b, c) => {
        const line = replacementOf(law, readingsOf({ kind: "linear", slope: b, intercept: a }, xs));
        expect(line.replacement.kind).toBe("linear");
        if (line.replacement.kind === "linear") expect(line.replacement.slope).toBeCloseTo(b, 7);
        const bent = readingsOf({ kind: "polynomial", coefficients: [a, b, c] }, xs);
        const { replacement, spread } = replacementOf(law, bent);
        expect(replacement.kind).toBe("polynomial");
        if (replacement.kind === "polynomial")
          expect(replacement.coefficients[2]).toBeCloseTo(c, 7);
        expect(spread).toBeLessThan(1e-6);
      }),
    ));

  it("is 0 without a reading, and the only value of a single one", () => {
    const zero = { replacement: { kind: "constant", value: 0 }, spread: 0 };
    expect(replacementOf(law, [])).toEqual(zero);
    expect(replacementOf(law, [{ x: 1, y: NaN, im: NaN }])).toEqual(zero);
    expect(replacementOf(law, [{ x: 1, y: 7, im: 0 }]).replacement).toMatchObject({
      kind: "constant",
      value: expect.closeTo(7, 10) as number,
    });
  });
});
