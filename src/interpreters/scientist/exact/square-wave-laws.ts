import { leastSquaresSolver, sin, TAU, wholePower } from "../../../core/index.ts";
import type { Law } from "../../../categories/numeric/index.ts";
import { rounded } from "../decimals.ts";
import { polynomialLaw, short, twoSidedLaw } from "./two-sided.ts";
import type { View } from "./view.ts";

/** A square wave added to a curve or multiplied with it: the curve, and which sign each point has. */
interface Signed {
  readonly curve: Law;
  readonly operation: "sum" | "product";
  /** −1 or 1 at the points of the view that the curve explains; 0 elsewhere. */
  readonly signs: Int8Array;
}

type Curve = (x: number) => number;

interface Span {
  readonly curves: readonly Curve[];
  law(coefficients: readonly number[]): Law | null;
}

const powers = (degree: number): readonly Curve[] =>
  Array.from({ length: degree + 1 }, (_, k) => (x: number) => wholePower(x, k));

/** What a square wave may stand beside, the simplest first. */
const SPANS: readonly Span[] = [
  { curves: powers(0), law: polynomialLaw },
  { curves: powers(1), law: polynomialLaw },
  { curves: [Math.floor], law: ([a = 0]) => (a === 1 ? { kind: "floor" } : null) },
  { curves: [Math.ceil], law: ([a = 0]) => (a === 1 ? { kind: "ceil" } : null) },
  {
    curves: [() => 1, (x) => x, Math.abs, Math.sign],
    law: ([a = 0, b = 0, c = 0, d = 0]) =>
      twoSidedLaw([short(a - d), short(b - c)], [short(a + d), short(b + c)]),
  },
  { curves: powers(2), law: polynomialLaw },
  { curves: powers(3), law: polynomialLaw },
  { curves: powers(4), law: polynomialLaw },
  { curves: powers(5), law: polynomialLaw },
];

/** Points that have to carry either sign before a wave is believed in. */
const FEWEST = 3;
const CLOSE = 1e-8;

/**
 * The laws with one square wave of the vocabulary that pass through all points of one of the parts of
 * a view.
 */
export function squareWaveLaws(parts: readonly View[], view: View): readonly Law[] {
  for (const [index, part] of parts.entries()) {
    for (const span of SPANS) {
      // Many factors have many choices of signs: only the largest parts are worth them.
      if (span.curves.length > 3 && index > 1 && index < parts.length - 8) continue;
      for (const operation of ["sum", "product"] as const) {
        for (const readings of signedFits(span, operation, part, view)) {
          const laws = readings.flatMap((reading) =>
            wavesThrough(view.xs, reading.signs).map((wave) => joined(reading, wave)),
          );
          if (laws.length > 0) return laws;
        }
      }
    }
  }
  return [];
}

function joined({ curve, operation }: Signed, wave: Law): Law {
  if (operation === "sum")
    return curve.kind === "constant" && curve.value === 0
      ? wave
      : { kind: "sum", terms: [curve, wave] };
  return curve.kind === "constant" && curve.value === 1
    ? wave
    : { kind: "product", factors: [curve, wave] };
}

/**
 * Tries every choice of signs at as many points as the curve has factors. A product is read with
 * either sign of its curve: the wave then is half a period on, and the vocabulary may have only one of them.
 */
function* signedFits(
  { curves, law }: Span,
  operation: Signed["operation"],
  part: View,
  whole: View,
): Generator<readonly Signed[]> {
  const k = curves.length;
  if (part.xs.length < k + 6) return;
  const base = Array.from({ length: k }, (_, i) => Math.floor(((i + 0.5) * part.xs.length) / k));
  const columns = curves.map((curve) => Float64Array.from(base, (i) => curve(part.xs[i] ?? 0)));
  const solve = leastSquaresSolver(columns, k);
  for (let choice = 0; choice < wholePower(2, operation === "sum" ? k : k - 1); choice += 1) {
    const target = Float64Array.from(base, (i, bit) => {
      const sign = (choice >> bit) % 2 === 0 ? 1 : -1;
      const y = part.ys[i] ?? 0;
      return operation === "sum" ? y - sign : y * sign;
    });
    const { coefficients, rank } = solve(target);
    if (rank < k) return;
    const found = [...coefficients].map((value) => nearTenth(value));
    if (!explains(curves, found, operation, part)) continue;
    const signs = signsOf(curves, found, operation, whole);
    const counts = [-1, 1].map((sign) => signs.filter((value) => value === sign).length);
    if (counts.some((count) => count < FEWEST)) continue;
    yield (operation === "sum" ? [1] : [1, -1]).flatMap((turn) => {
      const curve = law(found.map((value) => turn * value));
      return curve === null ? [] : [{ curve, operation, signs: signs.map((s) => turn * s) }];
    });
  }
}

function nearTenth(value: number): number {
  const tenth = rounded(value, 1);
  return Math.abs(tenth - value) < 1e-5 * Math.max(1, Math.abs(value)) ? tenth : value;
}

function valueAt(curves: readonly Curve[], coefficients: readonly number[], x: number) {
  let [value, size] = [0, 1];
  curves.forEach((curve, j) => {
    const term = (coefficients[j] ?? 0) * curve(x);
    value += term;
    size += Math.abs(term);
  });
  return { value, size };
}

/** Which sign explains a point; 0 where none does. */
function signAt(
  y: number,
  value: number,
  size: number,
  operation: Signed["operation"],
): -1 | 0 | 1 {
  for (const sign of [1, -1] as const) {
    const expected = operation === "sum" ? value + sign : value * sign;
    if (Math.abs(expected - y) <= CLOSE * size) return sign;
  }
  return 0;
}

function explains(
  curves: readonly Curve[],
  coefficients: readonly number[],
  operation: Signed["operation"],
  { xs, ys }: View,
): boolean {
  for (let i = 0; i < xs.length; i += 1) {
    const { value, size } = valueAt(curves, coefficients, xs[i] ?? 0);
    if (signAt(ys[i] ?? 0, value, size, operation) === 0) return false;
  }
  return true;
}

function signsOf(
  curves: readonly Curve[],
  coefficients: readonly number[],
  operation: Signed["operation"],
  { xs, ys }: View,
): Int8Array {
  return Int8Array.from(xs, (x, i) => {
    const { value, size } = valueAt(curves, coefficients, x);
    return Math.abs(value) <= CLOSE * size ? 0 : signAt(ys[i] ?? 0, value, size, operation);
  });
}

/**
 * All square waves with these signs, of periods in tenths from 1 to 10: the exact ones of the
 * vocabulary, which begin a quarter of a tenth after a tenth, and those that are the sign of a sine.
 */
function wavesThrough(xs: Float64Array, signs: Int8Array): readonly Law[] {
  const known = [...xs.keys()].filter((i) => signs[i] !== 0);
  const fits = (isHigh: (x: number) => boolean): boolean =>
    known.every((i) => isHigh(xs[i] ?? NaN) === (signs[i] === 1));
  const waves: Law[] = [];
  for (let tenths = 10; tenths <= 100; tenths += 1) {
    const period = tenths / 10;
    for (let shifted = 0; shifted < tenths; shifted += 1) {
      // Shifts are drawn on both sides of 0: the nearer of two equal ones is told.
      const near = 2 * shifted < tenths ? shifted : shifted - tenths;
      const exact = { period, shift: (4 * near + 1) / 40 };
      if (fits(isFirstHalf(exact))) waves.push({ kind: "square-wave", ...exact, exact: true });
      const released = { period, shift: near / 10 };
      if (fits(isSinePositive(released))) waves.push({ kind: "square-wave", ...released });
    }
  }
  return waves;
}

interface Beat {
  readonly period: number;
  readonly shift: number;
}

function isSinePositive({ period, shift }: Beat): (x: number) => boolean {
  const speed = TAU / period;
  return (x) => sin((x - shift) * speed) > 0;
}

/** Counted in fortieths, in which all of the vocabulary's waves have whole numbers. */
function isFirstHalf({ period, shift }: Beat): (x: number) => boolean {
  const [start, half] = [40 * shift, 20 * period];
  return (x) => Math.floor((40 * x - start) / half) % 2 === 0;
}
