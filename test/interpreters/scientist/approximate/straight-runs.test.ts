import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate } from "../../../../src/categories/numeric/index.ts";
import { straightRuns } from "../../../../src/interpreters/scientist/approximate/straight-runs.ts";
import { arbitraryBends } from "./arbitrary-bends.ts";

const slack = (): number => 1e-9;

describe("straight runs", () => {
  it("cover all of a straight line, however its points are spaced", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 3, maxLength: 80 }),
        (places) => {
          const xs = Float64Array.from(places, (place) => place / 1000).toSorted();
          const view = { xs, ys: xs.map((x) => 3 * x - 1) };
          expect(straightRuns(view, () => 1e-6)).toEqual([{ first: 0, last: xs.length - 1 }]);
        },
      ),
    );
  });

  it("never go round a bend, and follow each other from left to right", () => {
    fc.assert(
      fc.property(arbitraryBends, (network) => {
        const xs = Float64Array.from({ length: 300 }, (_, i) => -127.9 + 0.853 * i);
        const view = { xs, ys: evaluate(network, xs).re };
        const bends = (network.layers[0]?.biases ?? []).slice(0, -2).map((bias) => -bias);
        let end = 0;
        for (const { first, last } of straightRuns(view, slack)) {
          expect(first).toBeGreaterThanOrEqual(end);
          expect(last - first).toBeGreaterThanOrEqual(2);
          const [from = 0, to = 0] = [xs[first], xs[last]];
          expect(bends.filter((bend) => bend > from + 1e-6 && bend < to - 1e-6)).toEqual([]);
          end = last;
        }
      }),
    );
  });

  it("find none in a curve", () => {
    const xs = Float64Array.from({ length: 100 }, (_, i) => i / 3);
    expect(straightRuns({ xs, ys: xs.map((x) => x * x) }, slack)).toEqual([]);
  });
});
