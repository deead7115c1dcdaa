import * as fc from "fast-check";
import { chanceFrom } from "../../src/core/index.ts";
import { atomKinds, sampleAtom } from "../../src/categories/numeric/index.ts";
import type {
  Approximated,
  Atom,
  Corrupted,
  Law,
  Layer,
  Noised,
  NumericSpec,
} from "../../src/categories/numeric/index.ts";

const tenth = fc.integer({ min: -300, max: 300 }).map((tenths) => tenths / 10);
const fortieth = fc.integer({ min: -1200, max: 1200 }).map((parts) => parts / 40);
const double = fc.double({ min: -1000, max: 1000, noNaN: true }).map((value) => value + 0);
const finite = fc.oneof({ weight: 3, arbitrary: tenth }, { weight: 1, arbitrary: double });
const positive = fc.oneof(
  fc.integer({ min: 1, max: 300 }).map((tenths) => tenths / 10),
  fc.double({ min: 0.001, max: 1000, noNaN: true }),
);
const nonzero = fc.tuple(positive, fc.boolean()).map(([size, down]) => (down ? -size : size));
const coefficients = fc.array(finite, { minLength: 1, maxLength: 6 });
const wave = { amplitude: finite, period: nonzero, shift: finite, offset: finite };

/** What the schema admits, most often with short decimals for parameters; a family that is not here is drawn as recipes do. */
const written: { readonly [K in Atom["kind"]]?: fc.Arbitrary<Atom> } = {
  constant: fc.record({ kind: fc.constant("constant"), value: finite }),
  linear: fc.record({ kind: fc.constant("linear"), slope: finite, intercept: finite }),
  polynomial: fc.record({ kind: fc.constant("polynomial"), coefficients }),
  absolute: fc.record({ kind: fc.constant("absolute"), slope: finite, offset: finite }),
  root: fc.record({
    kind: fc.constant("root"),
    scale: finite,
    degree: fc.integer({ min: 1, max: 13 }),
    offset: finite,
    negative: fc.constantFrom("complex", "undefined"),
  }),
  logarithm: fc.record({
    kind: fc.constant("logarithm"),
    scale: finite,
    base: positive.filter((base) => base !== 1),
    offset: finite,
  }),
  step: fc.record({ kind: fc.constant("step"), height: finite, atZero: finite, offset: finite }),
  "leaky-relu": fc.record({
    kind: fc.constant("leaky-relu"),
    slope: finite,
    leak: finite,
    offset: finite,
  }),
  tanh: fc.record({ kind: fc.constant("tanh"), ...wave }),
  sine: fc.record({ kind: fc.constant("sine"), ...wave }),
  cosine: fc.record({ kind: fc.constant("cosine"), ...wave }),
  reciprocal: fc.record({ kind: fc.constant("reciprocal"), scale: nonzero }),
  gaussian: fc.record({ kind: fc.constant("gaussian"), mean: finite, deviation: positive }),
  rational: fc.record({
    kind: fc.constant("rational"),
    numerator: coefficients,
    denominator: coefficients.filter((list) => list.some((value) => value !== 0)),
  }),
  rectangle: fc.record({ kind: fc.constant("rectangle"), width: positive }),
  "square-wave": fc.oneof(
    fc.record({ kind: fc.constant("square-wave"), period: nonzero, shift: finite }),
    fc.record({
      kind: fc.constant("square-wave"),
      period: positive,
      shift: fc.oneof(finite, fortieth),
      exact: fc.constant(true),
    }),
  ),
  ceil: fc.record({ kind: fc.constant("ceil") }),
  floor: fc.record({ kind: fc.constant("floor") }),
  exponential: fc.record({
    kind: fc.constant("exponential"),
    scale: finite,
    rate: fc.oneof(finite, fc.constantFrom(0.03, -0.012)),
    offset: finite,
  }),
  logistic: fc.record({
    kind: fc.constant("logistic"),
    height: finite,
    steepness: fc.oneof(finite, fc.constantFrom(0.3, -0.07)),
    centre: finite,
    offset: finite,
  }),
  modulo: fc.record({
    kind: fc.constant("modulo"),
    divisor: positive,
    scale: finite,
    offset: finite,
  }),
  "damped-sine": fc.record({
    kind: fc.constant("damped-sine"),
    ...wave,
    decay: fc.oneof(positive, fc.constantFrom(0, 0.02)),
  }),
};

const arbitraryAtom: fc.Arbitrary<Atom> = fc.oneof(
  ...atomKinds.map(
    (kind) => written[kind] ?? fc.string().map((seed) => sampleAtom(kind, chanceFrom(seed))),
  ),
);

const ends = fc
  .uniqueArray(fc.integer({ min: -1280, max: 1280 }), { minLength: 1, maxLength: 3 })
  .map((tenths) => tenths.toSorted((a, b) => a - b).map((end) => end / 10));

/** Any law over some leaves: one of them, or a composition a few levels deep. */
function arbitraryLawOver(leaf: fc.Arbitrary<Law>): fc.Arbitrary<Law> {
  return fc.letrec<{ law: Law }>((tie) => {
    const parts = fc.array(tie("law"), { minLength: 2, maxLength: 3 });
    return {
      law: fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        leaf,
        fc.record({ kind: fc.constant("sum"), terms: parts }),
        fc.record({ kind: fc.constant("product"), factors: parts }),
        fc.record({ kind: fc.constant("compose"), outer: tie("law"), inner: tie("law") }),
        fc
          .tuple(ends, fc.array(tie("law"), { minLength: 4, maxLength: 4 }))
          .map(([bounds, laws]): Law => {
            const upTo = [...bounds, null];
            const pieces = upTo.map((end, k) => ({ upTo: end, law: laws[k] ?? ZERO }));
            return { kind: "piecewise", pieces };
          }),
      ),
    };
  }).law;
}

const ZERO: Law = { kind: "constant", value: 0 };

/** Any law of one argument, now and then by its name. */
export const arbitraryLaw: fc.Arbitrary<Law> = arbitraryLawOver(
  fc.oneof(
    { weight: 24, arbitrary: arbitraryAtom },
    { weight: 1, arbitrary: fc.constant<Law>({ kind: "argument", index: 0 }) },
  ),
);

/** Any law of up to five arguments. */
export const arbitrarySeveral: fc.Arbitrary<Law> = arbitraryLawOver(
  fc.oneof(
    arbitraryAtom,
    fc.record({ kind: fc.constant("argument"), index: fc.integer({ min: 0, max: 4 }) }),
    fc.tuple(arbitraryAtom, fc.integer({ min: 0, max: 4 })).map(([outer, index]): Law => ({
      kind: "compose",
      outer,
      inner: { kind: "argument", index },
    })),
  ),
);

function arbitraryLayer(inputs: number, units: number): fc.Arbitrary<Layer> {
  const row = fc.array(finite, { minLength: inputs, maxLength: inputs });
  return fc.record({
    weights: fc.array(row, { minLength: units, maxLength: units }),
    biases: fc.array(finite, { minLength: units, maxLength: units }),
  });
}

const layers = fc
  .array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 2 })
  .chain((hidden) => {
    const widths = [1, ...hidden, 1];
    return fc.tuple(...widths.slice(1).map((units, i) => arbitraryLayer(widths[i] ?? 1, units)));
  });

/** Any small network, trained on whatever law. */
const arbitraryApproximated: fc.Arbitrary<Approximated> = fc
  .record({
    kind: fc.constant("approximated"),
    law: arbitraryLaw,
    layers,
    precision: fc.constantFrom("float64", "float32"),
    domain: fc.constantFrom({ from: -100, to: 100 }, { from: 1, to: 100.5 }),
    error: fc.constantFrom(null, 0, 0.0031, 0.5, 1e20),
  })
  .map((network) => ({ ...network, learned: network.error !== null && network.error < 0.01 }));

const replacement = arbitraryAtom.filter(
  (atom) => atom.kind === "constant" || atom.kind === "linear" || atom.kind === "polynomial",
);

/** Any law with one to three regions, the outer ones now and then unbounded. */
const arbitraryCorrupted: fc.Arbitrary<Corrupted> = fc
  .record({
    inner: fc.oneof<fc.Arbitrary<Law | Approximated>[]>(arbitraryLaw, arbitraryApproximated),
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
const arbitraryNoised: fc.Arbitrary<Noised> = fc.record(
  {
    kind: fc.constant("noised"),
    inner: fc.oneof<fc.Arbitrary<Noised["inner"]>[]>(
      arbitraryLaw,
      arbitraryApproximated,
      arbitraryCorrupted,
    ),
    distribution: fc.constantFrom("normal", "uniform", "poisson"),
    scale: positive,
    growth: fc.constantFrom(0, 0.02, 0.5),
  },
  { requiredKeys: ["kind", "inner", "distribution", "scale"] },
);

/** Any numeric function of one argument that the schema admits. */
export const arbitraryNumericSpec: fc.Arbitrary<NumericSpec> = fc.oneof<
  fc.Arbitrary<NumericSpec>[]
>(arbitraryLaw, arbitraryApproximated, arbitraryCorrupted, arbitraryNoised);
