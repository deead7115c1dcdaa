import { familyOf } from "../functions/families.ts";
import { isAtom } from "../functions/inspect.ts";
import type { Atom, Law } from "../functions/spec.ts";

/** What a baseline of its own kind is right about without having understood anything. */
export type TrivialKind = "constant" | "line" | "polynomial";

/** Whether a law of one argument is really a constant, a line or a polynomial; `null` where not. */
export function trivialKind(law: Law): TrivialKind | null {
  const degree = degreeOf(law);
  if (degree === null) return null;
  return degree === 0 ? "constant" : degree === 1 ? "line" : "polynomial";
}

/** The degree of a law that is a polynomial everywhere; `null` for any other. */
function degreeOf(law: Law): number | null {
  if (isAtom(law)) return degreeOfAtom(law);
  if (law.kind === "sum") return joined(law.terms, (degrees) => Math.max(...degrees));
  if (law.kind === "product")
    return joined(law.factors, (degrees) => degrees.reduce((a, b) => a + b, 0));
  if (law.kind === "compose")
    return joined([law.outer, law.inner], ([outer = 0, inner = 0]) => outer * inner);
  return null;
}

function degreeOfAtom(atom: Atom): number | null {
  const coefficients = familyOf(atom.kind).coefficients?.(atom) ?? null;
  return (
    coefficients &&
    Math.max(
      0,
      coefficients.findLastIndex((c) => c !== 0),
    )
  );
}

function joined(
  parts: readonly Law[],
  join: (degrees: readonly number[]) => number,
): number | null {
  const degrees = parts.map(degreeOf).filter((degree) => degree !== null);
  return degrees.length === parts.length ? join(degrees) : null;
}
