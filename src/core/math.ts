import cosOf from "@stdlib/math-base-special-cos";
import expOf from "@stdlib/math-base-special-exp";
import lnOf from "@stdlib/math-base-special-ln";
import powOf from "@stdlib/math-base-special-pow";
import sinOf from "@stdlib/math-base-special-sin";
import tanhOf from "@stdlib/math-base-special-tanh";

// Engines differ in the last bits of Math.sin and its kin; these are pure JavaScript over IEEE
// basic operations, so the same seed gives the same bytes on every engine and machine.

type Unary = (x: number) => number;

/** Cosine of x radians. */
export const cos: Unary = cosOf;
/** e to the power x. */
export const exp: Unary = expOf;
/** Natural logarithm; −∞ at 0, NaN below. */
export const ln: Unary = lnOf;
/** base to the power exponent, as a real number; NaN for a fractional power of a negative base. */
export function pow(base: number, exponent: number): number {
  return powOf(base + 0, exponent); // The library's fractional powers of −0 are not 0.
}
/** Sine of x radians. */
export const sin: Unary = sinOf;
/** Hyperbolic tangent. */
export const tanh: Unary = tanhOf;

/** One full turn in radians, 2π. */
export const TAU = 6.283185307179586;
