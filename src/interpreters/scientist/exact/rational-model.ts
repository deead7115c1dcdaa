import { solveLeastSquares, wholePower } from "../../../core/index.ts";
import type { Law } from "../../../categories/numeric/index.ts";
import { rounded } from "../decimals.ts";
import { fewOf } from "./linear-model.ts";
import type { Model } from "./linear-model.ts";
import { restricted } from "./view.ts";
import type { View } from "./view.ts";

/** Degrees of numerator and denominator, the simplest first. */
const DEGREES = [1, 2, 3, 4, 5]
  .flatMap((below) => Array.from({ length: below }, (_, above) => ({ above, below })))
  .toSorted((a, b) => a.above + a.below - b.above - b.below || a.below - b.below);

/** Points per coefficient from which coefficients that are no short decimals are believed. */
const MANY = 6;
/** How far off values may be, and from where on zeros of both polynomials count as a hole. */
interface Tolerance {
  readonly gap: number;
  readonly hole: number;
}
const EXACT: Tolerance = { gap: 1e-8, hole: 1e-4 };
const NEAR: Tolerance = { gap: 1e-6, hole: 0 };
/** The largest coefficient, in tenths, that a denominator is scaled to. */
const LARGEST_TENTHS = 200;

/** A quotient of polynomials, from y·D(x) = N(x) with D(0) = 1. */
export const rationalModel: Model = {
  name: "rational",
  parameters: 3,
  fit: (view) => {
    const { xs, ys } = restricted(view, (x, i) => x !== 0 && view.ys[i] !== 0);
    // Values that do not vanish far away belong to no quotient whose denominator is of higher degree.
    const far = xs.findLastIndex((x) => Math.abs(x) > 20);
    if (far >= 0 && Math.abs(ys[far] ?? 0) > 1e6) return null;
    const hopeless = new Set<number>();
    for (const { above, below } of DEGREES) {
      if (xs.length < above + below + 3) return null;
      if (above === 0 && !isNearly({ xs, ys }, below)) hopeless.add(below);
      if (hopeless.has(below)) continue;
      const few = fewOf({ xs, ys }, above + below + 4);
      if (few !== null && quotient(few.xs, few.ys, above, below) === null) continue;
      const fit = quotient(xs, ys, above, below);
      if (fit === null) continue;
      const short = inTenths(fit);
      if (short !== null) return short;
      const isSure = xs.length >= MANY * (above + below + 2);
      return isSure ? { kind: "rational", ...fit } : null;
    }
    return null;
  },
};

/** Whether any quotient with a denominator of this degree comes close to a few of the points. */
function isNearly(view: View, below: number): boolean {
  const few = fewOf(view, 2 * below + 3);
  return few === null || quotient(few.xs, few.ys, below - 1, below, NEAR) !== null;
}

interface Quotient {
  readonly numerator: readonly number[];
  readonly denominator: readonly number[];
}

function quotient(
  xs: Float64Array,
  ys: Float64Array,
  above: number,
  below: number,
  tolerance: Tolerance = EXACT,
): Quotient | null {
  const weights = weightsOf(xs, ys, below);
  const { coefficients } = solveLeastSquares(columnsOf(xs, ys, above, below), ys, { weights });
  const numerator = Array.from(coefficients.subarray(0, above + 1));
  const denominator = [1, ...coefficients.subarray(above + 1)];
  for (let i = 0; i < xs.length; i += 1) {
    const [x, y] = [xs[i] ?? 0, ys[i] ?? 0];
    const n = sumOf(numerator, x);
    const d = sumOf(denominator, x);
    const size = n.size + Math.abs(y) * d.size;
    if (!(Math.abs(n.value - y * d.value) <= tolerance.gap * size)) return null;
    // A pole on top of a root lets a quotient pass through any single point.
    const isHole = (sum: Sum): boolean => Math.abs(sum.value) < tolerance.hole * sum.size;
    if (isHole(n) && isHole(d)) return null;
  }
  return { numerator, denominator };
}

/** 1, x, x², … and then −y·x, −y·x², …, each a column. */
function columnsOf(
  xs: Float64Array,
  ys: Float64Array,
  above: number,
  below: number,
): readonly Float64Array[] {
  const rows = xs.length;
  const buffer = new Float64Array((above + 1 + below) * rows);
  for (let i = 0; i < rows; i += 1) {
    const [x, y] = [xs[i] ?? 0, ys[i] ?? 0];
    let power = 1;
    for (let k = 0; k <= Math.max(above, below); k += 1) {
      if (k <= above) buffer[k * rows + i] = power;
      if (k > 0) buffer[(above + k) * rows + i] = -y * power;
      power *= x;
    }
  }
  return Array.from({ length: above + 1 + below }, (_, k) =>
    buffer.subarray(k * rows, (k + 1) * rows),
  );
}

/** Weights under which every row counts as relative to its value and the denominator's growth. */
function weightsOf(xs: Float64Array, ys: Float64Array, below: number): Float64Array {
  const weights = new Float64Array(xs.length);
  for (let i = 0; i < xs.length; i += 1) {
    const base = 1 + Math.abs(xs[i] ?? 0);
    let size = 1;
    for (let k = 0; k < below; k += 1) size *= base;
    weights[i] = 1 / (Math.abs(ys[i] ?? 0) * size);
  }
  return weights;
}

/** The same quotient with short decimals, where a common factor gives them. */
function inTenths({ numerator, denominator }: Quotient): Law | null {
  for (const places of [1, 2]) {
    const unit = wholePower(10, places);
    for (let first = 1; first <= LARGEST_TENTHS; first += 1) {
      const factor = first / unit;
      const isShort = [...numerator, ...denominator].every((value) => {
        const scaled = value * factor * unit;
        return Math.abs(scaled - Math.round(scaled)) <= 1e-4 + 1e-6 * Math.abs(scaled);
      });
      if (!isShort) continue;
      const short = (values: readonly number[]): readonly number[] =>
        values.map((value) => rounded(value * factor, places));
      return { kind: "rational", numerator: short(numerator), denominator: short(denominator) };
    }
  }
  return null;
}

interface Sum {
  readonly value: number;
  /** The same sum without signs. */
  readonly size: number;
}

function sumOf(coefficients: readonly number[], x: number): Sum {
  let [value, size, power] = [0, 0, 1];
  for (const c of coefficients) {
    value += c * power;
    size += Math.abs(c * power);
    power *= x;
  }
  return { value, size };
}
