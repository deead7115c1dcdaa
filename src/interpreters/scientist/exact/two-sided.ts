import type { Law } from "../../../categories/numeric/index.ts";

/** A polynomial, lowest power first. */
export type Coefficients = readonly number[];

/** A polynomial as the simplest family that it belongs to. */
export function polynomialLaw(coefficients: Coefficients): Law {
  const last = coefficients.findLastIndex((value) => value !== 0);
  const [constant = 0, slope = 0] = coefficients;
  if (last <= 0) return { kind: "constant", value: constant };
  if (last === 1) return { kind: "linear", slope, intercept: constant };
  return { kind: "polynomial", coefficients: coefficients.slice(0, last + 1) };
}

/** One polynomial left of 0 and one right of it, as the simplest families that give them. */
export function twoSidedLaw(left: Coefficients, right: Coefficients): Law {
  const size = Math.max(left.length, right.length);
  const gap = Array.from({ length: size }, (_, k) => short((right[k] ?? 0) - (left[k] ?? 0)));
  const degree = gap.findLastIndex((value) => value !== 0);
  if (degree < 0) return polynomialLaw(left);
  const [l0 = 0, l1 = 0] = left;
  const [r0 = 0, r1 = 0] = right;
  const straight = [...left.slice(2), ...right.slice(2)].every((value) => value === 0);
  if (straight && l1 === 0 && r1 === 0) return stepLaw(r0 - l0, l0);
  if (straight && l0 === r0) return kinkLaw(l1, r1, l0);
  if (degree === 0) return { kind: "sum", terms: [polynomialLaw(left), stepLaw(gap[0] ?? 0, 0)] };
  if (degree === 1 && gap[0] === 0) {
    const ramp: Law = { kind: "leaky-relu", slope: gap[1] ?? 0, leak: 0, offset: 0 };
    return { kind: "sum", terms: [polynomialLaw(left), ramp] };
  }
  const pieces = [
    { upTo: 0, law: polynomialLaw(left) },
    { upTo: null, law: polynomialLaw(right) },
  ];
  return { kind: "piecewise", pieces };
}

/** A step; its value at 0 is that of its left side until it is asked for. */
function stepLaw(height: number, offset: number): Law {
  return { kind: "step", height: short(height), atZero: 0, offset };
}

function kinkLaw(left: number, right: number, offset: number): Law {
  if (left === -right) return { kind: "absolute", slope: right, offset };
  if (right === 0) {
    // A leaky ReLU has its slope on the right: here the left side alone rises.
    const flat: Law = { kind: "leaky-relu", slope: short(-left), leak: 0, offset };
    return { kind: "sum", terms: [{ kind: "linear", slope: left, intercept: 0 }, flat] };
  }
  return { kind: "leaky-relu", slope: right, leak: short(left / right), offset };
}

/** A difference of short decimals without the traces of binary arithmetic. */
export function short(value: number): number {
  const text = Number(value.toPrecision(13));
  return text + 0;
}
