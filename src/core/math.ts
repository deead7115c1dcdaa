import atan2Of from "@stdlib/math-base-special-atan2";
import cosOf from "@stdlib/math-base-special-cos";
import expOf from "@stdlib/math-base-special-exp";
import lnOf from "@stdlib/math-base-special-ln";
import powOf from "@stdlib/math-base-special-pow";
import sinOf from "@stdlib/math-base-special-sin";
import tanhOf from "@stdlib/math-base-special-tanh";

// Engines differ in the last bits of Math.sin and its kin; these are pure JavaScript over IEEE
// basic operations, so the same seed gives the same bytes on every engine and machine.

type Unary = (x: number) => number;

/** The angle in radians whose cosine is x; NaN beyond [−1, 1]. */
export const acos: Unary = (x) => atan2Of(Math.sqrt((1 - x) * (1 + x)), x);
/** The angle of the point (x, y) in radians, from −π to π. */
export function atan2(y: number, x: number): number {
  const angle = atan2Of(y, x);
  // The package loses the sign of a y so small that y / x is 0 (findings/stdlib-atan2-underflow.sh).
  return y < 0 && angle > 0 ? -angle : angle;
}
/** Cosine of x radians. */
export const cos: Unary = cosOf;
/** e to the power x. */
export const exp: Unary = expOf;
/** Natural logarithm; −∞ at 0, NaN below. */
export const ln: Unary = lnOf;
/** Logarithm to base 2; −∞ at 0, NaN below. */
export const log2: Unary = (x) => lnOf(x) / Math.LN2;
/** base to the power exponent, as a real number; NaN for a fractional power of a negative base. */
export function pow(base: number, exponent: number): number {
  return powOf(base + 0, exponent); // The library's fractional powers of −0 are not 0.
}
/** Sine of x radians. */
export const sin: Unary = sinOf;
/** x·x. */
export const squared: Unary = (x) => x * x;
/** Hyperbolic tangent. */
export const tanh: Unary = tanhOf;
/**
 * base to the power of a whole number, by products: exact where every product is, as for powers of 2
 * and for those of 10 up to 10²². NaN for an exponent that is not whole.
 */
export function wholePower(base: number, exponent: number): number {
  if (!Number.isSafeInteger(exponent)) return NaN;
  let [power, factor] = [1, base];
  for (let left = Math.abs(exponent); left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) power *= factor;
    factor *= factor;
  }
  return exponent < 0 ? 1 / power : power;
}

/** One full turn in radians, 2π. */
export const TAU = 6.283185307179586;
