import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Knots } from "../../../src/interpreters/scientist/finding.ts";
import { describeTable, renderTable } from "../../../src/interpreters/scientist/table.ts";
import { runJavaScript, runPython } from "../../laws/run-rendering.ts";

const tables: readonly Knots[] = [
  { xs: [0, 2, 3], ys: [1, 5, 4] },
  { xs: [-1.5, 1e-7], ys: [2, -0.25] },
  { xs: [4], ys: [7] },
  { xs: [], ys: [] },
];
const inputs = Float64Array.from([-100, -1.5, -1, 0, 1e-7, 1, 2, 2.5, 3, 4, 128]);

describe("a table as code", () => {
  it("gives the same values in JavaScript and in Python", () => {
    const programs = tables.map((knots) => ({ source: renderTable(knots, "python"), inputs }));
    const python = runPython(programs);
    const javascript = tables.map((knots) =>
      runJavaScript(renderTable(knots, "javascript"), inputs),
    );
    expect(python).toEqual(javascript);
  });

  it("passes through every knot, and between two of them along their line", () =>
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 9 }),
        (whole) => {
          const xs = whole.toSorted((a, b) => a - b);
          const ys = xs.map((x) => (x * x) / 8);
          const middles = xs.slice(1).map((x, i) => (x + (xs[i] ?? 0)) / 2);
          const at = (points: readonly number[]) =>
            runJavaScript(renderTable({ xs, ys }, "javascript"), Float64Array.from(points));
          expect(at(xs)).toEqual(ys);
          const wanted = ys.slice(1).map((y, i) => (y + (ys[i] ?? 0)) / 2);
          at(middles).forEach((y, i) => expect(y).toBeCloseTo(wanted[i] ?? NaN, 6));
        },
      ),
      { numRuns: 40 },
    ));

  it("goes on beyond the ends along the outermost lines", () => {
    const source = renderTable({ xs: [0, 2, 3], ys: [1, 5, 4] }, "javascript");
    expect(runJavaScript(source, Float64Array.from([-2, 5]))).toEqual([-3, 2]);
  });

  it("gives the only knot's value everywhere, and none without a knot", () => {
    const one = renderTable({ xs: [4], ys: [7] }, "javascript");
    expect(runJavaScript(one, Float64Array.from([-9, 4, 99]))).toEqual([7, 7, 7]);
  });
});

describe("a table in words", () => {
  it("tells few knots one by one, and of many the outermost", () => {
    expect(describeTable({ xs: [0, 1], ys: [2, 1 / 3] })).toBe(
      "f(x) follows straight lines that join 2 points, (0, 2), (1, 0.333333); the outermost lines go on beyond the ends.",
    );
    const many = Array.from({ length: 20 }, (_, i) => i);
    expect(describeTable({ xs: many, ys: many })).toContain("(3, 3), …, (16, 16)");
  });

  it("tells one knot as a constant, and none as nothing known", () => {
    expect(describeTable({ xs: [4], ys: [7] })).toBe("f(x) is about 7 wherever it was asked.");
    expect(describeTable({ xs: [], ys: [] })).toBe("No value of f(x) is known.");
  });
});
