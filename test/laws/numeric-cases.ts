import { chanceFrom } from "../../src/core/index.ts";
import {
  atomKinds,
  regionsOf,
  sampleAtom,
  sampleComposition,
  sampleCorruption,
  sampleNoise,
} from "../../src/functions/index.ts";
import type { Atom, Law, NumericSpec, Operation } from "../../src/functions/index.ts";

/** A function with a name for the report of a test. */
export interface NumericCase {
  readonly label: string;
  readonly spec: NumericSpec;
}

const chance = chanceFrom("laws");
const complexRoot: Law = { kind: "root", scale: -3.5, degree: 2, offset: 1.5, negative: "complex" };
const cubeRoot: Law = { kind: "root", scale: 2.1, degree: 3, offset: -4, negative: "complex" };
const fifthRoot: Law = { kind: "root", scale: 2.1, degree: 5, offset: 0, negative: "undefined" };
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
  ...corrupted,
  ...noised,
];

/** 10,000 inputs of all sizes, with those among them at which functions like to break. */
export function lawInputs(spec: NumericSpec): Float64Array {
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
