import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate, parseNumericSpec } from "../../../../../src/categories/numeric/index.ts";
import type { Law } from "../../../../../src/categories/numeric/index.ts";
import {
  bestFormula,
  formulaInside,
} from "../../../../../src/interpreters/scientist/approximate/symbolic/best-formula.ts";
import { targetOf } from "../../../../../src/interpreters/scientist/approximate/symbolic/target.ts";
import type { Target } from "../../../../../src/interpreters/scientist/approximate/symbolic/target.ts";

const xs = Float64Array.from({ length: 256 }, (_, i) => i - 127.5);

function targetFrom(law: Law): Target {
  return { xs, ys: evaluate(law, xs).re };
}

const named: readonly (readonly [string, Law])[] = [
  ["a constant", { kind: "constant", value: -17 }],
  ["a straight line", { kind: "linear", slope: 1.5, intercept: -3 }],
  ["a multiple of |x|", { kind: "absolute", slope: 2.5, offset: 7 }],
  ["a step at 0", { kind: "step", height: 8, atZero: 0, offset: -3 }],
  ["a line with a kink at 0", { kind: "leaky-relu", slope: 5, leak: 0.3, offset: 2 }],
  ["a polynomial of degree 2", { kind: "polynomial", coefficients: [3, -2, 1.5] }],
  ["a hyperbolic tangent", { kind: "tanh", amplitude: 4, period: 90, shift: 20, offset: 1 }],
  ["a sine wave", { kind: "sine", amplitude: 4, period: 61, shift: 20, offset: 1 }],
];

describe("the best formula", () => {
  it.each(named)("of %s is of its own kind, and no worse than a thousandth", (name, law) => {
    const found = bestFormula(targetFrom(law));
    expect(found.name).toBe(name);
    expect(found.error).toBeLessThan(1e-3);
  });

  it("has short numbers where they are enough", () => {
    expect(
      bestFormula(targetFrom({ kind: "linear", slope: 1.5001, intercept: -3.002 })).law,
    ).toEqual({ kind: "linear", slope: 1.5, intercept: -3 });
  });

  it("is a legal law that is better than nothing, whatever the values", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 30 }),
        (ys) => {
          const knots = { xs: ys.map((_, i) => -120 + 8 * i), ys };
          const { law, error } = bestFormula(targetOf(knots, { from: -128, to: 128 }));
          expect(parseNumericSpec(law)).toEqual(law);
          expect(error).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 15 },
    );
  });

  it("sees what a network follows where it was trained, whatever it does beyond", () => {
    const target = targetFrom({ kind: "polynomial", coefficients: [1, 0, 0.5] });
    const ys = target.ys.map((y, i) => (Math.abs(xs[i] ?? 0) > 100 ? 4000 : y));
    expect(formulaInside({ xs, ys })?.law).toEqual({
      kind: "polynomial",
      coefficients: [1, 0, 0.5],
    });
  });
});
