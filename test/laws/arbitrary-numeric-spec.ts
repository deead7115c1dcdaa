import * as fc from "fast-check";
import type { Atom, Corrupted, Law, Noised, NumericSpec } from "../../src/functions/index.ts";

const tenth = fc.integer({ min: -300, max: 300 }).map((tenths) => tenths / 10);
const double = fc.double({ min: -1000, max: 1000, noNaN: true }).map((value) => value + 0);
const finite = fc.oneof({ weight: 3, arbitrary: tenth }, { weight: 1, arbitrary: double });
const positive = fc.oneof(
  fc.integer({ min: 1, max: 300 }).map((tenths) => tenths / 10),
  fc.double({ min: 0.001, max: 1000, noNaN: true }),
);
const nonzero = fc.tuple(positive, fc.boolean()).map(([size, down]) => (down ? -size : size));
const coefficients = fc.array(finite, { minLength: 1, maxLength: 6 });
const wave = { amplitude: finite, period: nonzero, shift: finite, offset: finite };

/** Any atom that the schema admits, most often with short decimals for parameters. */
const arbitraryAtom: fc.Arbitrary<Atom> = fc.oneof<fc.Arbitrary<Atom>[]>(
  fc.record({ kind: fc.constant("constant"), value: finite }),
  fc.record({ kind: fc.constant("linear"), slope: finite, intercept: finite }),
  fc.record({ kind: fc.constant("polynomial"), coefficients }),
  fc.record({ kind: fc.constant("absolute"), slope: finite, offset: finite }),
  fc.record({
    kind: fc.constant("root"),
    scale: finite,
    degree: fc.integer({ min: 1, max: 13 }),
    offset: finite,
    negative: fc.constantFrom("complex", "undefined"),
  }),
  fc.record({
    kind: fc.constant("logarithm"),
    scale: finite,
    base: positive.filter((base) => base !== 1),
    offset: finite,
  }),
  fc.record({ kind: fc.constant("step"), height: finite, atZero: finite, offset: finite }),
  fc.record({ kind: fc.constant("leaky-relu"), slope: finite, leak: finite, offset: finite }),
  fc.record({ kind: fc.constant("tanh"), ...wave }),
  fc.record({ kind: fc.constant("sine"), ...wave }),
  fc.record({ kind: fc.constant("cosine"), ...wave }),
  fc.record({ kind: fc.constant("reciprocal"), scale: nonzero }),
  fc.record({ kind: fc.constant("gaussian"), mean: finite, deviation: positive }),
  fc.record({
    kind: fc.constant("rational"),
    numerator: coefficients,
    denominator: coefficients.filter((list) => list.some((value) => value !== 0)),
  }),
  fc.record({ kind: fc.constant("rectangle"), width: positive }),
  fc.record({ kind: fc.constant("square-wave"), period: nonzero, shift: finite }),
  fc.record({ kind: fc.constant("ceil") }),
  fc.record({ kind: fc.constant("floor") }),
);

/** Any law: an atom, or a composition a few levels deep. */
const arbitraryLaw: fc.Arbitrary<Law> = fc.letrec<{ law: Law }>((tie) => {
  const parts = fc.array(tie("law"), { minLength: 2, maxLength: 3 });
  return {
    law: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      arbitraryAtom,
      fc.record({ kind: fc.constant("sum"), terms: parts }),
      fc.record({ kind: fc.constant("product"), factors: parts }),
      fc.record({ kind: fc.constant("compose"), outer: tie("law"), inner: tie("law") }),
    ),
  };
}).law;

const replacement = arbitraryAtom.filter(
  (atom) => atom.kind === "constant" || atom.kind === "linear" || atom.kind === "polynomial",
);

/** Any law with one to three regions, the outer ones now and then unbounded. */
const arbitraryCorrupted: fc.Arbitrary<Corrupted> = fc
  .record({
    inner: arbitraryLaw,
    ends: fc.uniqueArray(fc.integer({ min: -1280, max: 1280 }), { minLength: 2, maxLength: 6 }),
    openBelow: fc.boolean(),
    openAbove: fc.boolean(),
    replacements: fc.array(replacement, { minLength: 3, maxLength: 3 }),
    spread: fc.constantFrom(0, 0.1, 2.5),
    scatter: fc.constantFrom("per-input", "per-call"),
  })
  .map(({ inner, ends, openBelow, openAbove, replacements, spread, scatter }): Corrupted => {
    const sorted = ends.toSorted((a, b) => a - b).map((tenths) => tenths / 10);
    const count = Math.floor(sorted.length / 2);
    const regions = replacements.slice(0, count).map((stand, i) => ({
      from: i === 0 && openBelow ? null : (sorted[2 * i] ?? null),
      to: i === count - 1 && openAbove ? null : (sorted[2 * i + 1] ?? null),
      replacement: stand,
    }));
    return { kind: "corrupted", inner, regions, spread, scatter };
  });

/** Any noised function. */
const arbitraryNoised: fc.Arbitrary<Noised> = fc.record({
  kind: fc.constant("noised"),
  inner: fc.oneof(arbitraryLaw, arbitraryCorrupted),
  distribution: fc.constantFrom("normal", "uniform", "poisson"),
  scale: positive,
});

/** Any numeric function that the schema admits. */
export const arbitraryNumericSpec: fc.Arbitrary<NumericSpec> = fc.oneof(
  arbitraryLaw,
  arbitraryCorrupted,
  arbitraryNoised,
);
