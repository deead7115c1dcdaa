/** Outputs in two parts; a point where a part is not finite is undefined there. */
export interface NumericColumn {
  readonly re: Float64Array;
  /** `null` where every value is real. */
  readonly im: Float64Array | null;
}

/** Both columns added, point by point. */
export function addColumns(a: NumericColumn, b: NumericColumn): NumericColumn {
  return { re: pairwise(a.re, b.re, (x, y) => x + y), im: addParts(a.im, b.im) };
}

/** Both columns multiplied, point by point. */
export function multiplyColumns(a: NumericColumn, b: NumericColumn): NumericColumn {
  const re = pairwise(a.re, b.re, (x, y) => x * y);
  const crossed = addParts(a.im && multiply(b.re, a.im), b.im && multiply(a.re, b.im));
  if (a.im === null || b.im === null) return { re, im: crossed };
  const lost = multiply(a.im, b.im);
  return { re: pairwise(re, lost, (x, y) => x - y), im: crossed };
}

/** The real values; NaN where a value is complex or undefined. */
export function realValues({ re, im }: NumericColumn): Float64Array {
  return re.map((x, i) => ((im?.[i] ?? 0) === 0 && Number.isFinite(x) ? x : NaN));
}

/** Takes out the values at the points that are not finite in `inputs`. */
export function undefineWhereMissing({ re, im }: NumericColumn, inputs: Float64Array): void {
  inputs.forEach((x, i) => {
    if (Number.isFinite(x)) return;
    re[i] = NaN;
    if (im !== null) im[i] = NaN;
  });
}

function addParts(a: Float64Array | null, b: Float64Array | null): Float64Array | null {
  if (a === null) return b;
  return b === null ? a : pairwise(a, b, (x, y) => x + y);
}

function multiply(a: Float64Array, b: Float64Array): Float64Array {
  return pairwise(a, b, (x, y) => x * y);
}

function pairwise(
  a: Float64Array,
  b: Float64Array,
  combine: (x: number, y: number) => number,
): Float64Array {
  return a.map((x, i) => combine(x, b[i] ?? NaN));
}
