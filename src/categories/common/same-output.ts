import type { Complex, Output } from "../../contract/index.ts";
import { modulus, numberOf } from "../../scoring/index.ts";

/** How far two outputs for one input may lie apart, relative to the truth there or to its spread. */
const RELATIVE = 1e-6;

/**
 * Whether two outputs of code about a function of numbers are one: numbers within a millionth of
 * max(|truth|, spread), everything else of the same kind.
 */
export function sameNumber(a: Output, b: Output, truth: Complex, spread: number): boolean {
  const [one, other] = [numberOf(a), numberOf(b)];
  if (one === null || other === null) return one === other && sameText(a, b);
  const size = modulus(truth.re, truth.im);
  const scale = Math.max(Number.isFinite(size) ? size : 0, spread);
  return modulus(one.re - other.re, one.im - other.im) <= RELATIVE * scale;
}

/** Whether two outputs are of the same kind, and the same where they are values. */
export function sameText(a: Output, b: Output): boolean {
  if (a.kind !== "value" || b.kind !== "value") return a.kind === b.kind;
  const [one, other] = [a.value, b.value];
  if (typeof one !== "object" || typeof other !== "object") return one === other;
  return one.re === other.re && one.im === other.im;
}
