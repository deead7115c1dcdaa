/** The best linear combination of columns. */
export interface LinearFit {
  /** The factor of each column; 0 for one that depends on those before it. */
  readonly coefficients: Float64Array;
  /** Sum of squared weighted residuals. */
  readonly error: number;
  /** How many columns count. */
  readonly rank: number;
}

/** What is left of a column after projection, relative to it, below which it counts as dependent. */
const DEPENDENT = 1e-12;

/**
 * Weighted least squares, min Σ (wᵢ·(yᵢ − Σ cⱼ·aⱼᵢ))², by Householder reflections on scaled columns:
 * Golub, 1965, https://doi.org/10.1007/BF01436075. Columns are arrays of one length; weights 1 where
 * absent.
 */
export function solveLeastSquares(
  columns: readonly Float64Array[],
  ys: Float64Array,
  weights?: Float64Array,
): LinearFit {
  const rows = ys.length;
  const matrix = columns.map((column) => weighted(column, weights));
  const target = weighted(ys, weights);
  const scales = matrix.map((column) => norm(column, 0) || 1);
  matrix.forEach((column, j) => multiply(column, 1 / (scales[j] ?? 1)));
  const diagonal = new Float64Array(columns.length);
  const place: number[] = [];
  let rank = 0;
  for (let j = 0; j < columns.length && rank < rows; j += 1) {
    const column = matrix[j] ?? new Float64Array(rows);
    const size = norm(column, rank);
    if (!(size > DEPENDENT)) continue;
    const pivot = column[rank] ?? 0;
    const alpha = pivot > 0 ? -size : size;
    column[rank] = pivot - alpha;
    const squared = norm(column, rank) ** 2;
    for (let k = j + 1; k < columns.length; k += 1) {
      const other = matrix[k];
      if (other !== undefined) reflect(column, other, rank, squared);
    }
    reflect(column, target, rank, squared);
    diagonal[j] = alpha;
    place.push(j);
    rank += 1;
  }
  return {
    coefficients: solved(matrix, target, diagonal, place, scales),
    error: norm(target, rank) ** 2,
    rank,
  };
}

function solved(
  matrix: readonly Float64Array[],
  target: Float64Array,
  diagonal: Float64Array,
  place: readonly number[],
  scales: readonly number[],
): Float64Array {
  const coefficients = new Float64Array(matrix.length);
  for (let row = place.length - 1; row >= 0; row -= 1) {
    let rest = target[row] ?? 0;
    for (let later = row + 1; later < place.length; later += 1) {
      const j = place[later] ?? 0;
      rest -= (matrix[j]?.[row] ?? 0) * (coefficients[j] ?? 0);
    }
    const j = place[row] ?? 0;
    coefficients[j] = rest / (diagonal[j] ?? 1);
  }
  return coefficients.map((value, j) => value / (scales[j] ?? 1));
}

function reflect(mirror: Float64Array, other: Float64Array, from: number, squared: number): void {
  let along = 0;
  for (let i = from; i < other.length; i += 1) along += (mirror[i] ?? 0) * (other[i] ?? 0);
  const factor = (2 * along) / squared;
  for (let i = from; i < other.length; i += 1) {
    other[i] = (other[i] ?? 0) - factor * (mirror[i] ?? 0);
  }
}

function weighted(values: Float64Array, weights: Float64Array | undefined): Float64Array {
  return weights === undefined
    ? values.slice()
    : values.map((value, i) => value * (weights[i] ?? 0));
}

function norm(values: Float64Array, from: number): number {
  let largest = 0;
  for (let i = from; i < values.length; i += 1)
    largest = Math.max(largest, Math.abs(values[i] ?? 0));
  if (!(largest > 0) || !Number.isFinite(largest)) return 0;
  let sum = 0;
  for (let i = from; i < values.length; i += 1) sum += ((values[i] ?? 0) / largest) ** 2;
  return largest * Math.sqrt(sum);
}

function multiply(values: Float64Array, factor: number): void {
  for (let i = 0; i < values.length; i += 1) values[i] = (values[i] ?? 0) * factor;
}
