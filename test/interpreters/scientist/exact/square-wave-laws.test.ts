import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chanceFrom } from "../../../../src/core/index.ts";
import { evaluate, sampleAtom } from "../../../../src/categories/numeric/index.ts";
import type { Law } from "../../../../src/categories/numeric/index.ts";
import { squareWaveLaws } from "../../../../src/interpreters/scientist/exact/square-wave-laws.ts";
import { spread, tenths, viewOn } from "../support.ts";

const xs = spread(90);
const wave = fc
  .integer({ min: 0, max: 1e6 })
  .map((seed) => sampleAtom("square-wave", chanceFrom(String(seed))));
const curve: fc.Arbitrary<Law> = fc.oneof(
  fc.record({ kind: fc.constant("linear"), slope: tenths(-5, 5), intercept: tenths(-5, 5) }),
  fc.record({
    kind: fc.constant("polynomial"),
    coefficients: fc.array(tenths(-5, 5), { minLength: 3, maxLength: 4 }),
  }),
  fc.constant<Law>({ kind: "floor" }),
  fc.record({ kind: fc.constant("absolute"), slope: tenths(0.2, 5), offset: tenths(-5, 5) }),
);
const law: fc.Arbitrary<Law> = fc.oneof(
  wave,
  fc.tuple(curve, wave).map(([a, b]): Law => ({ kind: "sum", terms: [a, b] })),
  fc.tuple(curve, wave).map(([a, b]): Law => ({ kind: "product", factors: [a, b] })),
);

describe("laws with a square wave", () => {
  it("hold the true one, and all agree with every point that they were found on", () =>
    fc.assert(
      fc.property(law, (truth) => {
        const view = viewOn(truth, xs);
        const laws = squareWaveLaws([view], view);
        const values = laws.map((each) => evaluate(each, view.xs).re);
        for (const column of values)
          column.forEach((y, i) => expect(y).toBeCloseTo(view.ys[i] ?? NaN, 4));
        const fresh = Float64Array.from({ length: 400 }, (_, i) => -99.97 + 0.4993 * i);
        const wanted = evaluate(truth, fresh).re;
        const isSame = (each: Law): boolean =>
          evaluate(each, fresh).re.every(
            (y, i) => Math.abs(y - (wanted[i] ?? NaN)) <= 1e-6 * Math.max(1, Math.abs(y)),
          );
        expect(laws.some(isSame)).toBe(true);
      }),
      { numRuns: 60 },
    ));

  it("are none where there is no square wave", () => {
    for (const other of [
      { kind: "linear", slope: 2, intercept: 1 },
      { kind: "sine", amplitude: 1, period: 2.3, shift: 1, offset: 0 },
      { kind: "step", height: 2, atZero: 0, offset: -1 },
    ] as const satisfies readonly Law[]) {
      const view = viewOn(other, xs);
      const found = squareWaveLaws([view], view);
      const isExplained = found.some((each) =>
        evaluate(each, view.xs).re.every((y, i) => Math.abs(y - (view.ys[i] ?? NaN)) < 1e-6),
      );
      expect(isExplained).toBe(false);
    }
  });
});
