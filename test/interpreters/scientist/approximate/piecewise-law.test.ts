import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate } from "../../../../src/categories/numeric/index.ts";
import { piecewiseLaw } from "../../../../src/interpreters/scientist/approximate/piecewise-law.ts";

const tenth = fc.integer({ min: -90, max: 90 }).map((tenths) => tenths / 10);

describe("a law of straight lines in turn", () => {
  it("is each line between its ends", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: -99, max: 99 }), { minLength: 1, maxLength: 4 }),
        fc.array(fc.record({ slope: tenth, intercept: tenth }), { minLength: 5, maxLength: 5 }),
        (places, drawn) => {
          const ends = places.toSorted((a, b) => a - b);
          const lines = drawn.slice(0, ends.length + 1);
          const law = piecewiseLaw(
            lines.map((line, i) => ({
              ...line,
              from: (ends[i - 1] ?? ends[0] ?? 0) - 1,
              to: ends[i] ?? 100,
            })),
            ends,
          );
          const xs = Float64Array.from({ length: 200 }, (_, i) => -99.55 + i);
          evaluate(law, xs).re.forEach((y, i) => {
            const x = xs[i] ?? 0;
            const line = lines[ends.filter((end) => x > end).length];
            const truth = (line?.slope ?? NaN) * x + (line?.intercept ?? NaN);
            expect(y).toBeCloseTo(truth, 5);
          });
        },
      ),
    );
  });
});
