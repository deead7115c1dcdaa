import { exp, wholePower } from "../../../core/index.ts";
import { isAtom } from "../../../categories/numeric/index.ts";
import type { Atom, Law } from "../../../categories/numeric/index.ts";

/**
 * The size of what is added up in a law at x, without signs: rounding errors of its value are some
 * multiple of this times the precision of doubles.
 */
export function magnitudeOf(law: Law, x: number): number {
  if (isAtom(law)) return magnitudeOfAtom(law, x);
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

function magnitudeOfAtom(atom: Atom, x: number): number {
  const size = Math.abs(x);
  switch (atom.kind) {
    case "constant":
      return Math.abs(atom.value);
    case "linear":
      return Math.abs(atom.slope) * size + Math.abs(atom.intercept);
    case "polynomial":
      return sizeOfSum(atom.coefficients, size);
    case "absolute":
    case "leaky-relu":
      return Math.abs(atom.slope) * size + Math.abs(atom.offset);
    case "root":
      return (
        Math.abs(atom.scale) * (1 + (atom.degree === 1 ? size : Math.sqrt(size))) +
        Math.abs(atom.offset)
      );
    case "logarithm":
      return Math.abs(atom.scale) * 800 + Math.abs(atom.offset);
    case "step":
      return (
        Math.abs(atom.height) * (x === 0 ? 1 + Math.abs(atom.atZero) : 1) + Math.abs(atom.offset)
      );
    case "tanh":
    case "sine":
    case "cosine":
    case "damped-sine":
      return Math.abs(atom.amplitude) * (1 + size / Math.abs(atom.period)) + Math.abs(atom.offset);
    case "reciprocal":
      return 1 / Math.abs(atom.scale * x);
    case "gaussian":
      return densityScale(atom, x);
    case "rational": {
      const below = atom.denominator.reduce((sum, c, k) => sum + c * wholePower(x, k), 0);
      const parts = sizeOfSum(atom.denominator, size) / Math.abs(below);
      return (sizeOfSum(atom.numerator, size) / Math.abs(below)) * (1 + parts);
    }
    case "rectangle":
    case "square-wave":
      return 1;
    case "ceil":
    case "floor":
      return size + 1;
    case "exponential":
      return (
        Math.abs(atom.scale) * exp(atom.rate * x) * (1 + Math.abs(atom.rate * x)) +
        Math.abs(atom.offset)
      );
    case "logistic":
      return (
        Math.abs(atom.height) * (1 + Math.abs(atom.steepness) * (size + Math.abs(atom.centre))) +
        Math.abs(atom.offset)
      );
    case "modulo":
      return Math.abs(atom.scale) * (size + atom.divisor) + Math.abs(atom.offset);
  }
}

/** The density times the sum of what its exponent is made of. */
function densityScale({ mean, deviation }: Extract<Atom, { kind: "gaussian" }>, x: number): number {
  const z = (x - mean) / deviation;
  return (exp(-0.5 * z * z) / deviation) * (1 + z * z);
}

function sizeOfSum(coefficients: readonly number[], size: number): number {
  return coefficients.reduce((sum, c, k) => sum + Math.abs(c) * wholePower(size, k), 0);
}
