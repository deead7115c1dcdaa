import { chanceFrom } from "../../src/core/index.ts";
import {
  arityOf,
  atomKinds,
  regionsOf,
  sampleAtom,
  sampleComposition,
  sampleCorruption,
  sampleDeep,
  sampleNoise,
  samplePiecewise,
  sampleSeveral,
} from "../../src/categories/numeric/index.ts";
import type {
  Approximated,
  Atom,
  Layer,
  Law,
  NumericSpec,
  Operation,
} from "../../src/categories/numeric/index.ts";

/** A function with a name for the report of a test. */
export interface NumericCase {
  readonly label: string;
  readonly spec: NumericSpec;
}

const chance = chanceFrom("laws");
const complexRoot: Law = { kind: "root", scale: -3.5, degree: 2, offset: 1.5, negative: "complex" };
const cubeRoot: Law = { kind: "root", scale: 2.1, degree: 3, offset: -4, negative: "complex" };
const fifthRoot: Law = { kind: "root", scale: 2.1, degree: 5, offset: 0, negative: "undefined" };
const releasedWave: Law = { kind: "square-wave", period: 3.7, shift: 1.3 };
const line: Law = { kind: "linear", slope: -2.5, intercept: 1.2 };

function composed(operation: Operation, ...kinds: Atom["kind"][]): NumericCase {
  const label = `${operation} of ${kinds.join(", ")}`;
  return { label, spec: sampleComposition(operation, kinds, chance.fork(label)) };
}

const atoms: readonly NumericCase[] = atomKinds.map((kind) => ({
  label: kind,
  spec: sampleAtom(kind, chance.fork(kind)),
}));

/** Compositions whose value does not hang on the last bit of a sine. */
const compositions: readonly NumericCase[] = [
  composed("sum", "rectangle", "linear"),
  composed("sum", "sine", "ceil", "rational"),
  composed("sum", "logarithm", "reciprocal"),
  composed("product", "constant", "cosine"),
  composed("product", "leaky-relu", "polynomial", "square-wave"),
  composed("product", "reciprocal", "root"),
  composed("compose", "polynomial", "linear"),
  composed("compose", "polynomial", "floor", "absolute"),
  composed("compose", "sine", "polynomial"),
  composed("compose", "gaussian", "sine"),
  composed("compose", "floor", "logarithm"),
  composed("compose", "step", "reciprocal"),
  composed("compose", "constant", "reciprocal"),
  composed("compose", "rectangle", "tanh"),
  { label: "released square wave", spec: releasedWave },
  { label: "complex square root", spec: complexRoot },
  { label: "complex cube root", spec: cubeRoot },
  { label: "real fifth root", spec: fifthRoot },
  { label: "complex sum", spec: { kind: "sum", terms: [line, complexRoot, cubeRoot] } },
  { label: "complex product", spec: { kind: "product", factors: [complexRoot, line, cubeRoot] } },
  { label: "real after complex", spec: { kind: "compose", outer: line, inner: complexRoot } },
  { label: "complex after real", spec: { kind: "compose", outer: cubeRoot, inner: line } },
  {
    label: "roots and rounding after a pole",
    spec: {
      kind: "compose",
      outer: { kind: "product", factors: [complexRoot, { kind: "ceil" }] },
      inner: { kind: "reciprocal", scale: 0.3 },
    },
  },
  composed("compose", "logistic", "exponential"),
  composed("compose", "exponential", "modulo"),
  composed("compose", "logistic", "reciprocal"),
  composed("product", "damped-sine", "exponential"),
  {
    label: "nested",
    spec: {
      kind: "sum",
      terms: [
        { kind: "product", factors: [line, { kind: "sum", terms: [line, fifthRoot] }] },
        { kind: "compose", outer: { kind: "sum", terms: [line, { kind: "ceil" }] }, inner: line },
      ],
    },
  },
];

const moved: readonly NumericCase[] = (
  ["step", "absolute", "leaky-relu", "rectangle"] as const
).map((kind) => ({
  label: `${kind} elsewhere`,
  spec: {
    kind: "compose",
    outer: sampleAtom(kind, chance.fork("elsewhere", kind)),
    inner: { kind: "linear", slope: 1, intercept: kind === "step" ? 17.5 : -3.5 },
  },
}));

const pieces: readonly NumericCase[] = [
  {
    label: "three pieces",
    spec: samplePiecewise(["sine", "linear", "exponential"], chance.fork("pieces")),
  },
  {
    label: "pieces without values and complex ones",
    spec: {
      kind: "piecewise",
      pieces: [
        { upTo: -40.5, law: { kind: "logarithm", scale: 1, base: 2, offset: 0 } },
        { upTo: 20, law: complexRoot },
        { upTo: 60, law: { kind: "reciprocal", scale: 2 } },
        { upTo: null, law: line },
      ],
    },
  },
  {
    label: "pieces of an inner value",
    spec: {
      kind: "compose",
      outer: samplePiecewise(["modulo", "logistic"], chance.fork("inner pieces")),
      inner: { kind: "sum", terms: [{ kind: "reciprocal", scale: 0.1 }, line] },
    },
  },
];

const deepKinds = ["linear", "absolute", "sine", "logistic", "exponential"] as const;

const deep: readonly NumericCase[] = ([3, 4] as const).map((depth) => {
  const draws = chance.fork("deep", depth);
  const operation = (): Operation => draws.pick(["sum", "product"]);
  return {
    label: `${depth} levels`,
    spec: sampleDeep(operation, () => draws.pick(deepKinds), depth, draws.fork("law")),
  };
});

const fiveArguments: Law = {
  kind: "sum",
  terms: [
    complexRoot,
    {
      kind: "product",
      factors: [
        { kind: "argument", index: 4 },
        { kind: "compose", outer: { kind: "ceil" }, inner: { kind: "argument", index: 2 } },
      ],
    },
  ],
};

const several: readonly NumericCase[] = [
  {
    label: "two arguments",
    spec: sampleSeveral(2, ["linear", "sine"], ["sum"], chance.fork("two")),
  },
  {
    label: "three arguments",
    spec: sampleSeveral(
      3,
      ["absolute", "logistic", "reciprocal"],
      ["product", "compose"],
      chance.fork("three"),
    ),
  },
  {
    label: "five arguments in a region and in noise",
    spec: {
      kind: "noised",
      inner: {
        kind: "corrupted",
        inner: fiveArguments,
        regions: [{ from: -20, to: 5.5, replacement: line }],
        spread: 0.1,
        scatter: "per-call",
      },
      distribution: "normal",
      scale: 0.5,
      growth: 0.02,
    },
  },
];

function layer(inputs: number, units: number, name: string): Layer {
  const draws = chance.fork("layer", name);
  const weight = (): number => (2 * draws.uniform() - 1) * 3;
  return {
    weights: Array.from({ length: units }, () => Array.from({ length: inputs }, weight)),
    biases: Array.from({ length: units }, () => weight() * 30),
  };
}

function network(widths: readonly number[], precision: Approximated["precision"]): Approximated {
  const all = [...widths, 1];
  return {
    kind: "approximated",
    law: line,
    layers: all.map((units, i) => layer(all[i - 1] ?? 1, units, `${precision} ${i}`)),
    precision,
    domain: { from: -100, to: 100 },
    error: 0.00123,
    learned: true,
  };
}

const networks: readonly NumericCase[] = [
  { label: "a network", spec: network([8], "float64") },
  { label: "a network of two layers", spec: network([6, 4], "float64") },
  { label: "a network in single precision", spec: network([8], "float32") },
  { label: "two layers in single precision", spec: network([5, 3], "float32") },
  {
    label: "a network with regions and noise",
    spec: sampleNoise(
      sampleCorruption(network([4], "float32"), chance.fork("network region"), {
        side: "inside",
        replacement: "constant",
        spread: 0.1,
        scatter: "per-input",
        count: 3,
        width: { from: 1, to: 5 },
      }),
      chance,
      { distribution: "uniform", scale: 2, growth: 0.05 },
    ),
  },
];

const corrupted: readonly NumericCase[] = (["inside", "below", "above"] as const).flatMap((side) =>
  (["mean", "constant", "line", "polynomial"] as const).map((replacement) => {
    const label = `corrupted ${side} by ${replacement}`;
    const inner = replacement === "mean" ? complexRoot : sampleAtom("sine", chance.fork(label));
    const options = { side, replacement, spread: 0.1, scatter: "per-input" } as const;
    return { label, spec: sampleCorruption(inner, chance.fork(label, "region"), options) };
  }),
);

const noised: readonly NumericCase[] = (["normal", "uniform", "poisson"] as const).map(
  (distribution) => ({
    label: `${distribution} noise`,
    spec: sampleNoise(complexRoot, chance, { distribution, scale: 1.5 }),
  }),
);

/** One function of each family, compositions of all sorts, and each wrapper. */
export const numericCases: readonly NumericCase[] = [
  ...atoms,
  ...compositions,
  ...moved,
  ...pieces,
  ...deep,
  ...several,
  ...networks,
  ...corrupted,
  ...noised,
];

/** 10,000 inputs of all sizes for each argument, the first with those at which functions break. */
export function lawInputs(spec: NumericSpec): readonly [Float64Array, ...Float64Array[]] {
  const first = firstInputs(spec);
  const others = Array.from({ length: arityOf(spec) - 1 }, (_, i) =>
    Float64Array.from(
      chanceFrom("others")
        .fork(i)
        .shuffled([...first]),
    ),
  );
  return [first, ...others];
}

function firstInputs(spec: NumericSpec): Float64Array {
  const draws = chanceFrom("inputs");
  const uniform = (half: number): number => half * (2 * draws.uniform() - 1);
  const ends = regionsOf(spec).flatMap(({ from, to }) => [from ?? 0, to ?? 0]);
  const special = [0, ...ends, ...ends.flatMap((end) => [end + 1e-9, end - 1e-9])];
  const count = 10_000 - special.length;
  const drawn = Array.from({ length: count }, (_, i) => {
    if (i < 0.5 * count) return uniform(128);
    if (i < 0.7 * count) return uniform(256);
    if (i < 0.9 * count) return draws.integer(-512, 512) / 4;
    return (draws.uniform() < 0.5 ? -1 : 1) * 10 ** draws.integer(-12, 8) * draws.uniform();
  });
  return Float64Array.from([...special, ...drawn]);
}
