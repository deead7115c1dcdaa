import { familyOf, isAtom } from "../../../categories/numeric/index.ts";
import type { Law } from "../../../categories/numeric/index.ts";

/**
 * The size of what is added up in a law at x, without signs: rounding errors of its value are some
 * multiple of this times the precision of doubles.
 */
export function magnitudeOf(law: Law, x: number): number {
  if (isAtom(law)) return familyOf(law.kind).magnitude(law, x);
  switch (law.kind) {
    case "argument":
      return Math.abs(x);
    case "sum":
      return law.terms.reduce((sum, term) => sum + magnitudeOf(term, x), 0);
    case "product":
      return law.factors.reduce((product, factor) => product * magnitudeOf(factor, x), 1);
    case "compose":
      return magnitudeOf(law.outer, magnitudeOf(law.inner, x));
    case "piecewise": {
      const piece = law.pieces.find(({ upTo }) => upTo === null || x <= upTo);
      return piece === undefined ? 0 : magnitudeOf(piece.law, x);
    }
  }
}
