/** A least-squares combination of columns. */
export interface LinearFit {
  /** One per column; 0 for a column that depends on those before it. */
  readonly coefficients: Float64Array;
  /** What is left, in units of sigma. */
  readonly residuals: Float64Array;
  /** Sum of squared residuals, in units of sigma². */
  readonly cost: number;
}

/** A column whose part across the earlier ones is a smaller share than this depends on them. */
const DEPENDENT = 1e-12;

/**
 * The combination of columns nearest to ys in the sense of Σ((y − ŷ)/σ)², by Gram and Schmidt's
 * orthogonalisation, done twice (Björck, https://doi.org/10.1016/0024-3795(94)90493-6).
 */
export function linearFit(
  columns: readonly Float64Array[],
  ys: Float64Array,
  sigma: Float64Array,
  dependent = DEPENDENT,
): LinearFit {
  const residuals = scaled(ys, sigma);
  const basis: { at: number; q: Float64Array; r: Float64Array; norm: number; share: number }[] = [];
  columns.forEach((column, at) => {
    const q = scaled(column, sigma);
    const before = Math.sqrt(dot(q, q));
    if (!(before > 0 && before < Infinity)) return;
    const r = new Float64Array(basis.length);
    for (let pass = 0; pass < 2; pass += 1)
      basis.forEach((other, k) => (r[k] = (r[k] ?? 0) + removePart(q, other.q)));
    const norm = Math.sqrt(dot(q, q));
    if (!(norm > dependent * before)) return;
    for (let i = 0; i < q.length; i += 1) q[i] = (q[i] ?? 0) / norm;
    basis.push({ at, q, r, norm, share: removePart(residuals, q) });
  });
  const coefficients = new Float64Array(columns.length);
  const solved = new Float64Array(basis.length);
  for (let k = basis.length - 1; k >= 0; k -= 1) {
    const own = basis[k];
    if (own === undefined) continue;
    let value = own.share;
    for (let later = k + 1; later < basis.length; later += 1)
      value -= (basis[later]?.r[k] ?? 0) * (solved[later] ?? 0);
    solved[k] = value / own.norm;
    coefficients[own.at] = solved[k] ?? 0;
  }
  return { coefficients, residuals, cost: dot(residuals, residuals) };
}

function scaled(column: Float64Array, sigma: Float64Array): Float64Array {
  const out = new Float64Array(column.length);
  for (let i = 0; i < out.length; i += 1) out[i] = (column[i] ?? 0) / (sigma[i] ?? 1);
  return out;
}

/** Takes the part along a unit vector out of a vector, and tells how long it was. */
function removePart(from: Float64Array, unit: Float64Array): number {
  const part = dot(from, unit);
  for (let i = 0; i < from.length; i += 1) from[i] = (from[i] ?? 0) - part * (unit[i] ?? 0);
  return part;
}

/** The inner product. */
export function dot(a: Float64Array, b: Float64Array): number {
  let total = 0;
  for (let i = 0; i < a.length; i += 1) total += (a[i] ?? 0) * (b[i] ?? 0);
  return total;
}
