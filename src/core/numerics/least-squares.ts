import { squared } from "../math.ts";

/** The linear combination of columns that is nearest to given values. */
export interface LinearFit {
  /** The factor of each column; 0 for one that depends on those before it. */
  readonly coefficients: Float64Array;
  /** Sum of squared weighted residuals. */
  readonly error: number;
  /** How many columns count. */
  readonly rank: number;
  /** What the combination leaves of each value, weighted. */
  residuals(): Float64Array;
}

/** How values are weighted, and which columns count. */
export interface FitOptions {
  /** What each value is multiplied by, as each entry of a column; 1 where absent. */
  readonly weights?: Float64Array | undefined;
  /** What is left of a column across those before it, relative to it, below which it depends on them. */
  readonly dependent?: number;
}

/** Some thousand times what rounding leaves of a column that depends on others. */
const DEPENDENT = 1e-12;

/**
 * Weighted least squares, min Σ (wᵢ·(yᵢ − Σ cⱼ·aⱼᵢ))², by Householder reflections on scaled columns:
 * Golub, 1965, https://doi.org/10.1007/BF01436075. Columns are arrays of one length.
 */
export function solveLeastSquares(
  columns: readonly Float64Array[],
  ys: Float64Array,
  options?: FitOptions,
): LinearFit {
  return leastSquaresSolver(columns, ys.length, options)(ys);
}

/** Solves for one right-hand side after another, the columns being reflected once for all of them. */
export function leastSquaresSolver(
  columns: readonly Float64Array[],
  rows: number,
  { weights, dependent = DEPENDENT }: FitOptions = {},
): (ys: Float64Array) => LinearFit {
  const reflected = reflectedColumns(columns, rows, weights, dependent);
  const { matrix, place, squares } = reflected;
  return (ys) => {
    const target = new Float64Array(rows);
    copyWeighted(ys, weights, target, 0);
    for (let row = 0; row < place.length; row += 1)
      reflect(matrix, (place[row] ?? 0) * rows, target, 0, row, rows, squares[row] ?? 1);
    const rank = place.length;
    return {
      coefficients: solved(reflected, target, columns.length),
      error: squared(norm(target, rank, rows)),
      rank,
      residuals: () => residualsOf(reflected, target),
    };
  };
}

/** Columns after all reflections: one array without gaps, which is quicker than one for each. */
interface Reflected {
  /** Column after column; at and below its pivot a column that counts holds its mirror. */
  readonly matrix: Float64Array;
  readonly rows: number;
  /** What each column was divided by. */
  readonly scales: Float64Array;
  /** The diagonal of the triangle, by columns. */
  readonly diagonal: Float64Array;
  /** The columns that count, and the squared sizes of their mirrors. */
  readonly place: readonly number[];
  readonly squares: readonly number[];
}

function reflectedColumns(
  columns: readonly Float64Array[],
  rows: number,
  weights: Float64Array | undefined,
  dependent: number,
): Reflected {
  const count = columns.length;
  const matrix = new Float64Array(count * rows);
  const [scales, diagonal] = [new Float64Array(count), new Float64Array(count)];
  columns.forEach((column, j) => {
    copyWeighted(column, weights, matrix, j * rows);
    scales[j] = scaled(matrix, j * rows, (j + 1) * rows);
  });
  const place: number[] = [];
  const squares: number[] = [];
  for (let j = 0; j < count && place.length < rows; j += 1) {
    const rank = place.length;
    const [pivot, end] = [j * rows + rank, (j + 1) * rows];
    const size = norm(matrix, pivot, end);
    if (!(size > dependent)) continue;
    const value = matrix[pivot] ?? 0;
    const alpha = value > 0 ? -size : size;
    matrix[pivot] = value - alpha;
    const mirrorSize = squared(norm(matrix, pivot, end));
    for (let k = j + 1; k < count; k += 1)
      reflect(matrix, j * rows, matrix, k * rows, rank, rows, mirrorSize);
    diagonal[j] = alpha;
    place.push(j);
    squares.push(mirrorSize);
  }
  return { matrix, rows, scales, diagonal, place, squares };
}

function solved(
  { matrix, rows, scales, diagonal, place }: Reflected,
  target: Float64Array,
  count: number,
): Float64Array {
  const coefficients = new Float64Array(count);
  for (let row = place.length - 1; row >= 0; row -= 1) {
    let rest = target[row] ?? 0;
    for (let later = row + 1; later < place.length; later += 1) {
      const j = place[later] ?? 0;
      rest -= (matrix[j * rows + row] ?? 0) * (coefficients[j] ?? 0);
    }
    const j = place[row] ?? 0;
    coefficients[j] = rest / (diagonal[j] ?? 1);
  }
  for (let j = 0; j < count; j += 1) coefficients[j] = (coefficients[j] ?? 0) / (scales[j] ?? 1);
  return coefficients;
}

/** What is beside all columns that count, mirrored back. */
function residualsOf({ matrix, rows, place, squares }: Reflected, target: Float64Array) {
  const residuals = target.slice().fill(0, 0, place.length);
  for (let row = place.length - 1; row >= 0; row -= 1)
    reflect(matrix, (place[row] ?? 0) * rows, residuals, 0, row, rows, squares[row] ?? 1);
  return residuals;
}

/** Mirrors the column that starts at `to`, from a row on, in the one that starts at `from`. */
function reflect(
  mirrors: Float64Array,
  from: number,
  others: Float64Array,
  to: number,
  first: number,
  rows: number,
  squared: number,
): void {
  let along = 0;
  for (let i = first; i < rows; i += 1) along += (mirrors[from + i] ?? 0) * (others[to + i] ?? 0);
  const factor = (2 * along) / squared;
  for (let i = first; i < rows; i += 1)
    others[to + i] = (others[to + i] ?? 0) - factor * (mirrors[from + i] ?? 0);
}

function copyWeighted(
  values: Float64Array,
  weights: Float64Array | undefined,
  target: Float64Array,
  at: number,
): void {
  if (weights === undefined) target.set(values, at);
  else
    for (let i = 0; i < values.length; i += 1)
      target[at + i] = (values[i] ?? 0) * (weights[i] ?? 0);
}

/** Divides a column by its size, which it gives; by 1 where it has none. */
function scaled(values: Float64Array, from: number, to: number): number {
  const scale = norm(values, from, to) || 1;
  const factor = 1 / scale;
  for (let i = from; i < to; i += 1) values[i] = (values[i] ?? 0) * factor;
  return scale;
}

function norm(values: Float64Array, from: number, to: number): number {
  let largest = 0;
  for (let i = from; i < to; i += 1) largest = Math.max(largest, Math.abs(values[i] ?? 0));
  if (!(largest > 0) || !Number.isFinite(largest)) return 0;
  let sum = 0;
  for (let i = from; i < to; i += 1) {
    const share = (values[i] ?? 0) / largest;
    sum += share * share;
  }
  return largest * Math.sqrt(sum);
}
