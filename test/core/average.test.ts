import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BenchError, mean, median, quantile, sortedQuantile } from "../../src/core/index.ts";
import { pythonNumbers } from "./python.ts";

// Adding 0 makes −0 into 0: the two are equal, and a mean of both has the sign of neither.
const value = fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((x) => x + 0);
const numbers = fc.array(value, {
  minLength: 1,
  maxLength: 50,
});
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe("quantile", () => {
  it("lies within the values, rises with p, and does not depend on their order", () => {
    fc.assert(
      fc.property(numbers, share, share, (values, p, q) => {
        const low = quantile(values, Math.min(p, q));
        const high = quantile(values, Math.max(p, q));
        expect(low).toBeLessThanOrEqual(high);
        expect(low).toBeGreaterThanOrEqual(Math.min(...values));
        expect(high).toBeLessThanOrEqual(Math.max(...values));
        expect(quantile(values.toReversed(), p)).toBe(quantile(values, p));
      }),
    );
  });

  it("is the least and the greatest value at the ends", () => {
    fc.assert(
      fc.property(numbers, (values) => {
        expect(quantile(values, 0)).toBe(values.toSorted((a, b) => a - b)[0]);
        expect(quantile(values, 1)).toBe(values.toSorted((a, b) => a - b).at(-1));
      }),
    );
  });

  it("agrees with Python's inclusive quantiles", () => {
    const values = [3.2, -1, 8.5, 0, 2.25, 7, 7, 1e-3, -40];
    const theirs = pythonNumbers(
      `statistics.quantiles(${JSON.stringify(values)}, n=20, method="inclusive")`,
    );
    theirs.forEach((expected, index) =>
      expect(quantile(values, (index + 1) / 20)).toBeCloseTo(expected, 10),
    );
  });

  it("leaves the values as they were and keeps infinities", () => {
    const values = [3, 1, 2];
    expect(quantile(values, 0.5)).toBe(2);
    expect(values).toEqual([3, 1, 2]);
    expect(sortedQuantile([1, Infinity, Infinity], 0.75)).toBe(Infinity);
  });

  it.each([-0.1, 1.1, NaN])("refuses %d for a probability", (p) =>
    expect(() => quantile([1], p)).toThrow(BenchError),
  );
});

describe("mean and median", () => {
  it("are moved and stretched with the values", () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: -9, max: 9 }), (values, by) => {
        const moved = values.map((value) => 2 * value + by);
        expect(mean(moved)).toBeCloseTo(2 * mean(values) + by, 6);
        expect(median(moved)).toBeCloseTo(2 * median(values) + by, 6);
      }),
    );
  });

  it("of an even count is half-way between the middle two", () =>
    expect(median([10, 1, 3, 2])).toBe(2.5));

  it("refuse no values at all", () => {
    expect(() => mean([])).toThrow("Expected at least one number for a mean; got none");
    expect(() => median([])).toThrow(BenchError);
  });
});
