import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  counted,
  countFigure,
  errorFigure,
  percent,
  points,
  probability,
} from "../../src/report/figures.ts";

describe("figures", () => {
  it("of shares and differences", () => {
    expect(percent(1, 1)).toBe("100.0");
    expect(percent(-0.00001, 1)).toBe("0.0");
    expect(points(0.082)).toBe("+8.2");
    expect(points(-0.082)).toBe("−8.2");
    expect(points(0.00001)).toBe("0.0");
  });

  it("of errors keep two digits at any size", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-30, max: 1e30, noNaN: true }), (error) => {
        expect(Math.abs(Number(errorFigure(error)) / error - 1)).toBeLessThan(0.051);
        expect(errorFigure(error).length).toBeLessThanOrEqual(7);
      }),
    );
    expect([0, 0.0123, 2.14e-7, 1, 31.72, 512, 9999.7, 12345].map(errorFigure)).toEqual([
      "0",
      "0.012",
      "2.1e-7",
      "1.00",
      "31.7",
      "512",
      "1.0e4",
      "1.2e4",
    ]);
  });

  it("of p-values are never 0", () => {
    expect([0, 1e-9, 0.00044, 0.0123, 0.42, 0.999, 1].map(probability)).toEqual([
      "< 0.0001",
      "< 0.0001",
      "0.00044",
      "0.012",
      "0.42",
      "1",
      "1",
    ]);
  });

  it("of counts", () => {
    expect([64, 63.96, 0].map(countFigure)).toEqual(["64", "64.0", "0"]);
    expect(counted(1, "query", "queries")).toBe("1 query");
    expect(counted(2, "query", "queries")).toBe("2 queries");
    expect(counted(0, "problem")).toBe("0 problems");
  });
});
