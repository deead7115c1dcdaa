import { exp, tanh, valuesAt } from "../../../../core/index.ts";
import { geometric } from "../../functions/form-class.ts";
import type { ClassOf } from "../../functions/form-class.ts";
import { leafPart, ones, smooth } from "./leaf.ts";
import { leastSquares } from "./least-squares.ts";
import type { Part } from "./part.ts";
import { extentOf, nearestRows, sortedRows, spreadRows } from "./points.ts";

const POINTS = 128;

/** Curves amplitude·tanh(speed·(x − centre)) + offset that bend where the points are. */
export function sigmoidPart(speed: number, centre: number, xs: Float64Array): Part {
  const { from, to, length } = extentOf(xs);
  const own = Math.abs(speed);
  return leafPart({
    parameters: [
      smooth(own, 4 / length, 1e9, own / 4),
      smooth(centre, from - length / 2, to + length / 2, length / 64),
    ],
    essential: ([each = own, middle = centre], points) => [
      points.map((x) => tanh(each * (x - middle))),
    ],
    free: (points) => [ones(points)],
    scans: (ys) => {
      const speeds = geometric(4 / length, 2, 12);
      const places = [...evenly(from, to, 24), steepest(xs, ys)];
      const sets = speeds.flatMap((each) => places.map((place) => [each, place]));
      return [{ at: 0, sets, rows: spreadRows(xs, POINTS), count: POINTS }];
    },
  });
}

/** Bells amplitude·exp(−(x − mean)²/(2·deviation²)). */
export function bellPart({ mean, deviation }: ClassOf<"bell">, xs: Float64Array): Part {
  const { from, to, length } = extentOf(xs);
  return leafPart({
    parameters: [
      smooth(mean, from - length / 2, to + length / 2, deviation / 4),
      smooth(deviation, length / 4000, length, deviation / 4),
    ],
    essential: ([middle = mean, width = deviation], points) => [
      points.map((x) => {
        const distance = (x - middle) / width;
        return exp(-0.5 * distance * distance);
      }),
    ],
    scans: (ys) => {
      const peak = xs[largest(ys)] ?? mean;
      const widths = geometric(length / 800, 1.6, 14);
      const sets = widths.flatMap((width) => [
        [peak, width],
        [mean, width],
      ]);
      return [{ at: 0, sets, rows: nearestRows(xs, peak), count: 2 * POINTS }];
    },
  });
}

/** Quotients of polynomials of these degrees; the parameters are those of the denominator. */
export function quotientPart(
  { numerator, denominator }: ClassOf<"quotient">,
  xs: Float64Array,
): Part {
  const size = Math.max(...[extentOf(xs).from, extentOf(xs).to].map(Math.abs), 1e-9);
  const powers = (points: Float64Array, count: number): readonly Float64Array[] =>
    Array.from({ length: count }, (_, k) => points.map((x) => raised(x / size, k)));
  const scaled = denominator.map((coefficient, k) => coefficient * raised(size, k));
  const largestOwn = Math.max(...scaled.map(Math.abs));
  const own = scaled.map((coefficient) => coefficient / largestOwn);
  const step = (value: number): number => Math.max(1e-6, Math.abs(value)) / 4;
  return leafPart({
    parameters: own.map((value) => smooth(value, -Infinity, Infinity, step(value))),
    essential: (below, points) => {
      const divisor = sumOf(powers(points, below.length), below);
      return powers(points, numerator.length).map((power) =>
        power.map((value, i) => value / (divisor[i] ?? NaN)),
      );
    },
    simpler: (points) => powers(points, numerator.length),
    scans: (ys) => {
      const near = nearestRows(xs, 0);
      const rows = [...new Set([...near.slice(0, POINTS), ...spreadRows(xs, POINTS)])];
      const pick = (column: Float64Array): Float64Array =>
        valuesAt(column, rows.slice(0, 2 * POINTS));
      const few = pick(xs);
      const sets = linearised(
        powers(few, numerator.length),
        powers(few, own.length),
        own,
        pick(ys),
      );
      return [{ at: 0, sets, rows, count: 2 * POINTS }];
    },
  });
}

/**
 * Denominators by solving numerator − y·denominator = 0 again and again, each time divided by the
 * denominator before (Sanathanan & Koerner, 1963, https://doi.org/10.1109/TAC.1963.1105517).
 */
function linearised(
  above: readonly Float64Array[],
  below: readonly Float64Array[],
  own: readonly number[],
  ys: Float64Array,
): readonly (readonly number[])[] {
  const fixed = Math.max(
    0,
    own.findIndex((value) => value !== 0),
  );
  const target = below[fixed] ?? ys;
  let found: readonly number[] = own.map((_, k) => (k === fixed ? 1 : 0));
  const sets: (readonly number[])[] = [];
  for (let i = 0; i < 6; i += 1) {
    const divisor = sumOf(below, found);
    const over = (column: Float64Array): Float64Array =>
      column.map((value, at) => value / (divisor[at] ?? NaN));
    const others = below.filter((_, k) => k !== fixed);
    const columns = [
      ...above.map(over),
      ...others.map((column) => over(column.map((value, at) => -value * (ys[at] ?? NaN)))),
    ];
    const weights = ys.map((y) => 1 / Math.max(Math.abs(y), 1e-12));
    const goal = over(target.map((value, at) => value * (ys[at] ?? NaN)));
    const { coefficients } = leastSquares({ fixed: null, columns }, { ys: goal, weights });
    const free = coefficients.slice(above.length);
    found = own.map((_, k) => (k === fixed ? 1 : (free[k > fixed ? k - 1 : k] ?? 0)));
    sets.push(found);
  }
  return sets;
}

function sumOf(columns: readonly Float64Array[], factors: readonly number[]): Float64Array {
  const sum = new Float64Array(columns[0]?.length ?? 0);
  columns.forEach((column, k) => {
    const factor = factors[k] ?? 0;
    column.forEach((value, i) => (sum[i] = (sum[i] ?? 0) + factor * value));
  });
  return sum;
}

function raised(x: number, exponent: number): number {
  let value = 1;
  for (let k = 0; k < exponent; k += 1) value *= x;
  return value;
}

function evenly(from: number, to: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => from + ((to - from) * (i + 0.5)) / count);
}

/** Between which two neighbours the values change most. */
function steepest(xs: Float64Array, ys: Float64Array): number {
  const rows = sortedRows(xs).filter((row) => Number.isFinite(ys[row]));
  let [best, at] = [-1, 0];
  rows.forEach((row, i) => {
    const next = rows[i + 1];
    if (next === undefined) return;
    const change = Math.abs((ys[next] ?? 0) - (ys[row] ?? 0));
    if (change > best) [best, at] = [change, ((xs[row] ?? 0) + (xs[next] ?? 0)) / 2];
  });
  return at;
}

function largest(values: Float64Array): number {
  let at = 0;
  values.forEach((value, i) => {
    if (Math.abs(value) > Math.abs(values[at] ?? 0)) at = i;
  });
  return at;
}
