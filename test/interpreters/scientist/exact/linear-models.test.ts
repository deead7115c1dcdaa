import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Law } from "../../../../src/categories/numeric/index.ts";
import { linearModels } from "../../../../src/interpreters/scientist/exact/linear-models.ts";
import { gapBetween, spread, tenths, viewOn } from "../support.ts";

const xs = spread(120);
const tenth = tenths(-9, 9);
const line: fc.Arbitrary<Law> = fc.record({
  kind: fc.constant("linear"),
  slope: tenth,
  intercept: tenth,
});
const constant: fc.Arbitrary<Law> = fc.record({ kind: fc.constant("constant"), value: tenth });
const polynomial: fc.Arbitrary<Law> = fc.record({
  kind: fc.constant("polynomial"),
  coefficients: fc.array(tenth, { minLength: 3, maxLength: 6 }),
});
const step: fc.Arbitrary<Law> = fc.record({
  kind: fc.constant("step"),
  height: tenth,
  atZero: fc.constant(0),
  offset: tenth,
});
const absolute: fc.Arbitrary<Law> = fc.record({
  kind: fc.constant("absolute"),
  slope: tenth,
  offset: tenth,
});
const leaky: fc.Arbitrary<Law> = fc.record({
  kind: fc.constant("leaky-relu"),
  slope: tenth,
  leak: fc.constantFrom(0, 0.1, 0.5),
  offset: tenth,
});
const bent = fc.oneof(step, absolute, leaky);
const floor: Law = { kind: "floor" };
const ceil: Law = { kind: "ceil" };
const sum = (...terms: readonly Law[]): Law => ({ kind: "sum", terms });
const product = (...factors: readonly Law[]): Law => ({ kind: "product", factors });

/** What each model finds, drawn from all that it should. */
const classes: { readonly [name: string]: fc.Arbitrary<Law> } = {
  constant,
  linear: line,
  "two lines": fc.oneof(
    bent,
    fc.tuple(bent, line).map(([a, b]) => sum(a, b)),
  ),
  polynomial,
  reciprocal: fc.record({ kind: fc.constant("reciprocal"), scale: tenth }),
  root: fc.record({
    kind: fc.constant("root"),
    scale: tenth,
    degree: fc.constant(2),
    offset: tenth,
    negative: fc.constant("undefined"),
  }),
  "whole steps": fc.tuple(bent, fc.constantFrom(floor, ceil)).map(([a, b]) => sum(a, b)),
  "whole steps times lines": fc
    .tuple(bent, fc.constantFrom(floor, ceil))
    .map(([a, b]) => product(a, b)),
  "whole steps squared": fc.constantFrom(
    product(floor, floor),
    product(floor, ceil),
    product(ceil, ceil),
  ),
  "polynomial and whole steps": fc
    .tuple(polynomial, fc.constantFrom(floor, ceil))
    .map(([a, b]) => sum(a, b)),
  "polynomial and two lines": fc.tuple(polynomial, bent).map(([a, b]) => sum(a, b)),
  "polynomial times whole steps": fc
    .tuple(polynomial, fc.constantFrom(floor, ceil))
    .map(([a, b]) => product(a, b)),
  "two polynomials": fc.tuple(polynomial, bent).map(([a, b]) => product(a, b)),
  "product of polynomials": fc.tuple(polynomial, polynomial).map(([a, b]) => product(a, b)),
};

describe.each(linearModels.map((model) => ({ name: model.name, model })))(
  "the model $name",
  ({ name, model }) => {
    it("finds every law of its class from its own values", () =>
      fc.assert(
        fc.property(classes[name] ?? fc.constant(floor), (law) => {
          const view = viewOn(law, xs);
          const found = model.fit(view);
          expect(found === null ? null : gapBetween(found, law)).toBeLessThan(1e-6);
        }),
        { numRuns: 25 },
      ));

    it("finds nothing in a wave, and nothing in too few points", () => {
      const wave: Law = { kind: "sine", amplitude: 3, period: 2.3, shift: 1, offset: 4 };
      expect(model.fit(viewOn(wave, xs))).toBeNull();
      expect(model.fit(viewOn(wave, xs.slice(0, model.parameters)))).toBeNull();
    });
  },
);
