import type { Law } from "./spec.ts";

/** x ↦ slope·x + intercept */
export interface Affine {
  readonly slope: number;
  readonly intercept: number;
}

/** A law that is a straight line in its first argument, as such; `null` for all other laws. */
export function affineOf(law: Law): Affine | null {
  switch (law.kind) {
    case "constant":
      return { slope: 0, intercept: law.value };
    case "linear":
      return law;
    case "argument":
      return law.index === 0 ? { slope: 1, intercept: 0 } : null;
    case "root":
      return law.degree === 1 ? { slope: law.scale, intercept: law.offset } : null;
    case "polynomial": {
      const [intercept = 0, slope = 0, ...higher] = law.coefficients;
      return higher.some((coefficient) => coefficient !== 0) ? null : { slope, intercept };
    }
    case "sum":
      return folded(law.terms, (a, b) => ({
        slope: a.slope + b.slope,
        intercept: a.intercept + b.intercept,
      }));
    case "product":
      return folded(law.factors, multiplied);
    case "compose":
      return folded([law.outer, law.inner], (outer, inner) => ({
        slope: outer.slope * inner.slope,
        intercept: outer.slope * inner.intercept + outer.intercept,
      }));
    case "absolute":
    case "ceil":
    case "cosine":
    case "damped-sine":
    case "exponential":
    case "floor":
    case "gaussian":
    case "leaky-relu":
    case "logarithm":
    case "logistic":
    case "modulo":
    case "piecewise":
    case "rational":
    case "reciprocal":
    case "rectangle":
    case "sine":
    case "square-wave":
    case "step":
    case "tanh":
      return null;
  }
}

function multiplied(a: Affine, b: Affine): Affine | null {
  if (a.slope !== 0 && b.slope !== 0) return null;
  return {
    slope: a.slope * b.intercept + b.slope * a.intercept,
    intercept: a.intercept * b.intercept,
  };
}

function folded(
  laws: readonly Law[],
  join: (left: Affine, right: Affine) => Affine | null,
): Affine | null {
  return laws
    .map(affineOf)
    .reduce((left, right) => (left === null || right === null ? null : join(left, right)));
}
