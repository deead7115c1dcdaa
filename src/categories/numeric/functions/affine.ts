import { familyOf } from "./families.ts";
import { isAtom } from "./inspect.ts";
import type { Atom, Law } from "./spec.ts";

/** x ↦ slope·x + intercept */
export interface Affine {
  readonly slope: number;
  readonly intercept: number;
}

/** A law that is a straight line in its first argument, as such; `null` for all other laws. */
export function affineOf(law: Law): Affine | null {
  if (isAtom(law)) return affineAtom(law);
  switch (law.kind) {
    case "argument":
      return law.index === 0 ? { slope: 1, intercept: 0 } : null;
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
    case "piecewise":
      return null;
  }
}

function affineAtom(atom: Atom): Affine | null {
  const coefficients = familyOf(atom.kind).coefficients?.(atom) ?? null;
  if (coefficients === null) return null;
  const [intercept = 0, slope = 0, ...higher] = coefficients;
  return higher.some((coefficient) => coefficient !== 0) ? null : { slope, intercept };
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
