import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimalWithin } from "../../../src/interpreters/surveyor/decimal.ts";
import { descend } from "../../../src/interpreters/surveyor/descend.ts";
import { linearFit } from "../../../src/interpreters/surveyor/linear-fit.ts";
import { workOf } from "../../../src/interpreters/surveyor/work.ts";

const tenths = fc.integer({ min: -100, max: 100 }).map((each) => each / 10);
const places = Float64Array.from({ length: 30 }, (_, i) => Math.cos(7 * i) * 9);

describe("linearFit", () => {
  it("gives back the coefficients of a combination", () =>
    fc.assert(
      fc.property(fc.array(tenths, { minLength: 3, maxLength: 3 }), ([a = 0, b = 0, c = 0]) => {
        const columns = [places.map(() => 1), places, places.map((x) => Math.abs(x))];
        const ys = places.map((x) => a + b * x + c * Math.abs(x));
        const { coefficients, cost } = linearFit(
          columns,
          ys,
          places.map(() => 1),
        );
        [a, b, c].forEach((each, i) => expect(coefficients[i]).toBeCloseTo(each, 8));
        expect(cost).toBeLessThan(1e-18);
      }),
    ));

  it("leaves out a column that depends on those before it", () => {
    const ones = places.map(() => 1);
    const { coefficients } = linearFit([ones, places, places.map((x) => 2 * x - 1)], places, ones);
    expect([...coefficients].map((each) => Math.round(each * 1e9) / 1e9 + 0)).toEqual([0, 1, 0]);
  });
});

describe("descend", () => {
  it("never ends above where it began", () =>
    fc.assert(
      fc.property(tenths, tenths, (start, wanted) => {
        const residuals = ([at = 0]: readonly number[]): Float64Array =>
          places.map((x) => Math.sin(at * x) - Math.sin(wanted * x));
        const before = residuals([start]).reduce((sum, each) => sum + each * each, 0);
        expect(descend(residuals, [start], 20)?.cost ?? Infinity).toBeLessThanOrEqual(before);
      }),
    ));
});

describe("decimalWithin", () => {
  it("lies within, and is no longer than a tenth that lies within", () =>
    fc.assert(
      fc.property(tenths, fc.double({ min: 1e-6, max: 1e-3, noNaN: true }), (tenth, width) => {
        const found = decimalWithin(tenth - width / 3, tenth + width);
        expect(found).toBe(tenth + 0);
      }),
    ));

  it("lies within any interval", () =>
    fc.assert(
      fc.property(
        fc.double({ min: -300, max: 300, noNaN: true }),
        fc.double({ min: 0, max: 5, noNaN: true }),
        (from, width) => {
          const found = decimalWithin(from, from + width);
          expect(found).toBeGreaterThanOrEqual(from);
          expect(found).toBeLessThanOrEqual(from + width);
        },
      ),
    ));
});

describe("work", () => {
  it("says no once its limit is passed", () => {
    const work = workOf(10);
    expect([work.spend(4), work.spend(6), work.spend(1)]).toEqual([true, true, false]);
    expect(work.spent()).toBe(11);
  });
});
