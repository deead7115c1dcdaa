import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { acos, atan2, cos, log2, sin, squared, wholePower } from "../../src/core/index.ts";

const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
function nearly(got: number, wanted: number): void {
  expect(Math.abs(got - wanted)).toBeLessThanOrEqual(4e-15 * Math.max(1, Math.abs(wanted)));
}

describe("angles and logarithms", () => {
  it("keep to the engine's own but for the last digits", () => {
    expect.hasAssertions();
    for (const [y, x] of [
      [-5e-324, -2],
      [-1e-320, -1e10],
      [5e-324, -2],
    ] as const)
      nearly(atan2(y, x), Math.atan2(y, x));
    fc.assert(fc.property(number, number, (y, x) => nearly(atan2(y, x), Math.atan2(y, x))));
    fc.assert(
      fc.property(fc.double({ min: -1, max: 1, noNaN: true }), (x) =>
        nearly(acos(x), Math.acos(x)),
      ),
    );
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 1e300, noNaN: true }), (x) =>
        nearly(log2(x), Math.log2(x)),
      ),
    );
  });
  it("have these bits on every engine", () => {
    const values = [acos(0.3), atan2(-2, -3), log2(52), cos(1e5), sin(1e5), wholePower(1.25, 55)];
    expect(values).toMatchInlineSnapshot(`
      [
        1.266103672779499,
        -2.5535900500422257,
        5.700439718141093,
        -0.9993608074382124,
        0.03574879797201651,
        213821.17680737565,
      ]
    `);
  });
  it("are defined at the ends", () => {
    expect([acos(1), acos(-1), acos(1.5), log2(0), log2(-1), log2(8)]).toEqual([
      0,
      Math.PI,
      NaN,
      -Infinity,
      NaN,
      3,
    ]);
    expect([atan2(0, -1), atan2(-0, -1), atan2(0, 0)]).toEqual([Math.PI, -Math.PI, 0]);
  });
});

describe("powers by products", () => {
  const whole = fc.integer({ min: 0, max: 60 });
  it("are the whole power, exact while the products are", () => {
    fc.assert(
      fc.property(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 0, max: 15 }), (base, k) => {
        expect(BigInt(wholePower(base, k))).toBe(BigInt(base) ** BigInt(k));
      }),
    );
    for (let k = 0; k <= 22; k += 1) expect(wholePower(10, k)).toBe(Number(`1e${k}`));
    for (let k = -1000; k < 1000; k += 1) expect(wholePower(2, k + 1)).toBe(2 * wholePower(2, k));
  });
  it("of a negative number are 1 over the power", () => {
    fc.assert(
      fc.property(whole, (k) => {
        expect(wholePower(10, -k)).toBe(1 / wholePower(10, k));
      }),
    );
  });
  it("are NaN where the exponent is not whole", () => {
    expect([0.5, NaN, Infinity].map((k) => wholePower(2, k))).toEqual([NaN, NaN, NaN]);
    expect([wholePower(NaN, 0), wholePower(0, 0), squared(-3)]).toEqual([1, 1, 9]);
  });
});
