import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shortNumber, withShortNumbers } from "../../../src/cli/shown/short-number.ts";

const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 });

describe("a short number", () => {
  it("is within a part in 10⁸ of the number", () =>
    fc.assert(
      fc.property(number, (value) => {
        const error = Math.abs(Number(shortNumber(value)) - value);
        expect(error).toBeLessThanOrEqual(1e-8 * Math.abs(value));
      }),
    ));

  it("leaves what is short as it is", () =>
    expect([-128, 0.1, 16.4, 1e-7].map(shortNumber)).toEqual(["-128", "0.1", "16.4", "1e-7"]));
});

describe("text with short numbers", () => {
  it("is the same text where all numbers are short", () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (tenths) => {
        const text = `slope minus ${tenths / 10} at x²`;
        expect(withShortNumbers(text)).toBe(text);
      }),
    ));

  it("rounds long ones to six digits, wherever they begin and end", () =>
    expect(
      withShortNumbers("from minus 0.00002843528243449 to 71.00753982000874, 2.39982572e-21·x¹⁰."),
    ).toBe("from minus 0.0000284353 to 71.0075, 2.39982572e-21·x¹⁰."));
});
