import { squared } from "../../core/index.ts";

/** A polynomial in t = (x − centre) / halfWidth; `coefficients[k]` belongs to tᵏ. */
export interface Fit {
  readonly centre: number;
  readonly halfWidth: number;
  readonly coefficients: readonly number[];
  /** Sum of squared residuals. */
  readonly residual: number;
}

/**
 * Least-squares polynomials of degree 0, 1, … `maxDegree` at once, over a basis that is orthogonal
 * on the given points: Forsythe, "Generation and use of orthogonal polynomials for data-fitting
 * with a digital computer", 1957. There are never more coefficients than points.
 */
export function polynomialFits(
  xs: readonly number[],
  ys: readonly number[],
  maxDegree: number,
): readonly Fit[] {
  // Not spread into one call: there may be more numbers than a call takes arguments.
  const low = xs.reduce((least, x) => Math.min(least, x), Infinity);
  const high = xs.reduce((most, x) => Math.max(most, x), -Infinity);
  const centre = (low + high) / 2;
  const halfWidth = (high - low) / 2 || 1;
  const ts = xs.map((x) => (x - centre) / halfWidth);
  const fits: Fit[] = [];
  let rest = [...ys];
  let total: readonly number[] = [];
  let basis = constantBasis(ts.length);
  for (let degree = 0; degree <= Math.min(maxDegree, new Set(xs).size - 1); degree += 1) {
    const share = dot(rest, basis.values) / basis.norm;
    rest = rest.map((y, i) => y - share * (basis.values[i] ?? 0));
    total = add(total, basis.coefficients, share);
    fits.push({ centre, halfWidth, coefficients: total, residual: dot(rest, rest) });
    basis = nextBasis(basis, ts);
  }
  return fits;
}

interface Basis {
  readonly values: readonly number[];
  readonly coefficients: readonly number[];
  readonly norm: number;
  readonly previous: Basis | null;
}

function constantBasis(points: number): Basis {
  return { values: Array<number>(points).fill(1), coefficients: [1], norm: points, previous: null };
}

/** p₊(t) = (t − α)·p(t) − β·p₋(t), the three-term recurrence. */
function nextBasis(basis: Basis, ts: readonly number[]): Basis {
  const { values, coefficients, norm, previous } = basis;
  const alpha = ts.reduce((sum, t, i) => sum + t * squared(values[i] ?? 0), 0) / norm;
  const beta = previous === null ? 0 : norm / previous.norm;
  const next = values.map((v, i) => ((ts[i] ?? 0) - alpha) * v - beta * (previous?.values[i] ?? 0));
  const shifted = add(
    add([0, ...coefficients], coefficients, -alpha),
    previous?.coefficients ?? [],
    -beta,
  );
  return {
    values: next,
    coefficients: shifted,
    norm: dot(next, next),
    previous: { ...basis, previous: null },
  };
}

function add(a: readonly number[], b: readonly number[], factor: number): readonly number[] {
  return Array.from(
    { length: Math.max(a.length, b.length) },
    (_, i) => (a[i] ?? 0) + factor * (b[i] ?? 0),
  );
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}

/** The same polynomial in powers of x, constant term first. */
export function inPowersOfX({ centre, halfWidth, coefficients }: Fit): readonly number[] {
  // Horner's rule on polynomials: ((cₙ·t + cₙ₋₁)·t + …) with t = (x − centre) / halfWidth.
  return coefficients.reduceRight<readonly number[]>(
    (sum, c) => add(add([c], [0, ...sum], 1 / halfWidth), sum, -centre / halfWidth),
    [],
  );
}
