import { squared, wholePower } from "../../core/index.ts";

/** A polynomial in several variables that were scaled by `halfWidth`, one coefficient per term. */
export interface SurfaceFit {
  readonly halfWidth: number;
  /** One power per variable. */
  readonly terms: readonly (readonly number[])[];
  readonly coefficients: readonly number[];
  /** Sum of squared residuals. */
  readonly residual: number;
}

/**
 * The least-squares polynomial of a total degree in several variables, by Householder's QR
 * decomposition (Golub and Van Loan, "Matrix Computations", 5.2); `null` where the points do not
 * decide every coefficient.
 */
export function surfaceFit(
  points: readonly (readonly number[])[],
  ys: readonly number[],
  degree: number,
): SurfaceFit | null {
  const halfWidth = points.flat().reduce((most, x) => Math.max(most, Math.abs(x)), 0) || 1;
  const terms = termsOf(points[0]?.length ?? 1, degree);
  if (terms.length > points.length) return null;
  const rows = points.map((point) =>
    terms.map((powers) =>
      powers.reduce(
        (value, power, axis) => value * wholePower((point[axis] ?? 0) / halfWidth, power),
        1,
      ),
    ),
  );
  const solved = leastSquares(rows, [...ys]);
  return solved === null ? null : { halfWidth, terms, ...solved };
}

/** All lists of powers whose sum is at most `degree`. */
function termsOf(variables: number, degree: number): readonly (readonly number[])[] {
  if (variables === 0) return [[]];
  return Array.from({ length: degree + 1 }, (_, power) =>
    termsOf(variables - 1, degree - power).map((rest) => [power, ...rest]),
  ).flat();
}

function leastSquares(
  rows: number[][],
  ys: number[],
): { readonly coefficients: readonly number[]; readonly residual: number } | null {
  const columns = rows[0]?.length ?? 0;
  for (let k = 0; k < columns; k += 1) {
    const norm = Math.sqrt(rows.slice(k).reduce((sum, row) => sum + squared(row[k] ?? 0), 0));
    if (norm < 1e-12) return null;
    const head = rows[k]?.[k] ?? 0;
    const alpha = head > 0 ? -norm : norm;
    const mirror = rows.map((row, i) => (i < k ? 0 : (row[k] ?? 0) - (i === k ? alpha : 0)));
    const square = mirror.reduce((sum, v) => sum + v * v, 0);
    for (let j = k; j < columns; j += 1) {
      const share =
        (2 * rows.reduce((sum, row, i) => sum + (mirror[i] ?? 0) * (row[j] ?? 0), 0)) / square;
      rows.forEach((row, i) => (row[j] = (row[j] ?? 0) - share * (mirror[i] ?? 0)));
    }
    const share = (2 * ys.reduce((sum, y, i) => sum + (mirror[i] ?? 0) * y, 0)) / square;
    ys.forEach((y, i) => (ys[i] = y - share * (mirror[i] ?? 0)));
  }
  const coefficients = Array<number>(columns).fill(0);
  for (let k = columns - 1; k >= 0; k -= 1) {
    const known = coefficients.reduce(
      (sum, c, j) => (j > k ? sum + c * (rows[k]?.[j] ?? 0) : sum),
      0,
    );
    coefficients[k] = ((ys[k] ?? 0) - known) / (rows[k]?.[k] ?? 1);
  }
  return { coefficients, residual: ys.slice(columns).reduce((sum, y) => sum + y * y, 0) };
}
