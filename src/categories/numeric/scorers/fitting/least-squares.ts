import type { Span } from "./part.ts";

/** What is to be explained, and how much each point counts. */
export interface Target {
  readonly ys: Float64Array;
  /** Weights; > 0. */
  readonly weights: Float64Array;
}

/** The best that a span can do. */
export interface Explained {
  /** Root mean square of the weighted residuals; a point without a value counts as one of size 1. */
  readonly error: number;
  /** The factor of each column. */
  readonly coefficients: readonly number[];
  /** Weighted, 1 where there is no value. */
  readonly residuals: Float64Array;
}

/** What is left of a column after projection, relative to it, below which it counts as dependent. */
const DEPENDENT = 1e-11;

interface Kept {
  readonly index: number;
  readonly scale: number;
  readonly direction: Float64Array;
  /** Its components along the directions before it, then its own. */
  readonly triangle: readonly number[];
}

/**
 * Weighted least squares by modified Gram–Schmidt, repeated where much was taken out
 * (Björck, 1994, https://doi.org/10.1016/0024-3795(94)90493-6).
 */
export function leastSquares(span: Span, target: Target): Explained {
  const { residuals, valid } = start(span, target);
  const kept: Kept[] = [];
  span.columns.forEach((column, index) => {
    const added = orthogonal(column, index, kept, target.weights, valid);
    if (added !== null) kept.push(added);
  });
  const along = kept.map(({ direction }) => takeOut(direction, residuals));
  kept.forEach(({ direction }, k) => {
    along[k] = (along[k] ?? 0) + takeOut(direction, residuals);
  });
  valid.forEach((isValid, i) => {
    if (isValid === 0) residuals[i] = 1;
  });
  const error = Math.sqrt(dot(residuals, residuals) / Math.max(1, residuals.length));
  return { error, residuals, coefficients: solved(span.columns.length, kept, along) };
}

/** The values of a span for the given factors. */
export function combined({ fixed, columns }: Span, coefficients: readonly number[]): Float64Array {
  const values = fixed?.slice() ?? new Float64Array(columns[0]?.length ?? 0);
  columns.forEach((column, k) => {
    const coefficient = coefficients[k] ?? 0;
    for (let i = 0; i < values.length; i += 1) {
      values[i] = (values[i] ?? 0) + coefficient * (column[i] ?? NaN);
    }
  });
  return values;
}

function start({ fixed, columns }: Span, { ys, weights }: Target) {
  const valid = new Uint8Array(ys.length).fill(1);
  for (const column of fixed === null ? columns : [fixed, ...columns]) {
    for (let i = 0; i < valid.length; i += 1) if (!Number.isFinite(column[i])) valid[i] = 0;
  }
  const residuals = ys.map((y, i) =>
    valid[i] === 1 ? (weights[i] ?? 0) * (y - (fixed?.[i] ?? 0)) : 0,
  );
  return { residuals, valid };
}

function orthogonal(
  column: Float64Array,
  index: number,
  kept: readonly Kept[],
  weights: Float64Array,
  valid: Uint8Array,
): Kept | null {
  const direction = new Float64Array(column.length);
  let scale = 0;
  for (let i = 0; i < direction.length; i += 1) {
    const value = valid[i] === 1 ? (column[i] ?? 0) * (weights[i] ?? 0) : 0;
    direction[i] = value;
    scale = Math.max(scale, Math.abs(value));
  }
  if (!(scale > 0 && scale < Infinity)) return null;
  multiply(direction, 1 / scale);
  const before = Math.sqrt(dot(direction, direction));
  const triangle = kept.map((other) => takeOut(other.direction, direction));
  let size = Math.sqrt(dot(direction, direction));
  if (size < 0.5 * before) {
    kept.forEach((other, k) => {
      triangle[k] = (triangle[k] ?? 0) + takeOut(other.direction, direction);
    });
    size = Math.sqrt(dot(direction, direction));
  }
  if (!(size > DEPENDENT * before)) return null;
  multiply(direction, 1 / size);
  return { index, scale, direction, triangle: [...triangle, size] };
}

function solved(count: number, kept: readonly Kept[], along: readonly number[]): number[] {
  const coefficients = Array.from({ length: count }, () => 0);
  const rest = [...along];
  for (let k = kept.length - 1; k >= 0; k -= 1) {
    const { index, scale, triangle } = kept[k] ?? { index: 0, scale: 1, triangle: [] };
    const value = (rest[k] ?? 0) / (triangle[k] ?? 1);
    for (let j = 0; j < k; j += 1) rest[j] = (rest[j] ?? 0) - value * (triangle[j] ?? 0);
    coefficients[index] = value / scale;
  }
  return coefficients;
}

/** Removes from `values` what lies along a unit vector, and says how much that was. */
function takeOut(direction: Float64Array, values: Float64Array): number {
  const amount = dot(direction, values);
  for (let i = 0; i < values.length; i += 1) {
    values[i] = (values[i] ?? 0) - amount * (direction[i] ?? 0);
  }
  return amount;
}

function multiply(values: Float64Array, factor: number): void {
  for (let i = 0; i < values.length; i += 1) values[i] = (values[i] ?? 0) * factor;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
