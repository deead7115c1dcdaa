import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  nearShort,
  placesOf,
  rounded,
  shortestBetween,
} from "../../../src/interpreters/scientist/decimals.ts";

const places = fc.integer({ min: 0, max: 6 });
const whole = fc.integer({ min: -1e6, max: 1e6 });
const decimal = fc.tuple(whole, places).map(([digits, after]) => Number(`${digits}e-${after}`));

describe("laws of decimals", () => {
  it("a number is rounded as text is", () => {
    const halfway = whole.map((digits) => (digits + 0.5) / 10);
    const any = fc.oneof(fc.double(), fc.double({ min: -100, max: 100 }), decimal, halfway);
    fc.assert(
      fc.property(any, fc.integer({ min: 0, max: 17 }), (value, after) => {
        expect(rounded(value, after)).toBe(Number(value.toFixed(after)) + 0);
      }),
    );
  });

  it("a decimal is as it is written, and rounds to itself", () =>
    fc.assert(
      fc.property(whole, places, (digits, after) => {
        const value = Number(`${digits}e-${after}`) + 0;
        expect(placesOf(value)).toBeLessThanOrEqual(after);
        expect(rounded(value, after)).toBe(value);
        expect(rounded(value, placesOf(value))).toBe(value);
      }),
    ));

  it("nothing shorter lies in the interval than the shortest", () =>
    fc.assert(
      fc.property(decimal, fc.double({ min: 1e-6, max: 3, noNaN: true }), (from, width) => {
        const found = shortestBetween(from, from + width);
        expect(found).toBeGreaterThanOrEqual(from);
        expect(found).toBeLessThanOrEqual(from + width);
        const shorter = placesOf(found) - 1;
        if (shorter < 0) return;
        const middle = from + width / 2;
        const near = rounded(middle, shorter);
        expect(near < from || near > from + width).toBe(true);
      }),
    ));

  it("a hundredth stays what it is but for rounding; what is none stays as it is", () =>
    fc.assert(
      fc.property(whole, fc.double({ min: -1, max: 1, noNaN: true }), (hundredths, noise) => {
        const value = Number(`${hundredths}e-2`);
        expect(nearShort(value + 1e-9 * noise * Math.max(1, Math.abs(value)))).toBe(value);
      }),
      { numRuns: 2000 },
    ));
});

it("counts the places of a number, and says where there are too many", () => {
  expect([7, -0.5, 0.123456, 1 / 3, 1e-9].map(placesOf)).toEqual([0, 1, 6, 7, 7]);
});

it("never gives the negative zero", () => {
  expect(Object.is(rounded(-0.01, 1), 0)).toBe(true);
  expect(Object.is(shortestBetween(-0.2, 0.1), 0)).toBe(true);
});

it("keeps a number that is no short decimal", () => {
  expect(nearShort(1 / 3)).toBe(1 / 3);
});
