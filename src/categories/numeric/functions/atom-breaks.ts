import type { BreakWindow } from "./break-window.ts";
import { startOfRemainder } from "./modulo.ts";
import { powerSum } from "./power-sum.ts";
import type { Atom, Rational, SquareWave } from "./spec.ts";
import { startOfHalf } from "./square-wave.ts";

/** Steps in which a denominator is searched for changes of sign. */
const STEPS = 2048;

/** The arguments at which an atom jumps, has a kink or a pole, those nearest to the centre first. */
export function atomBreaks(atom: Atom, window: BreakWindow): readonly number[] {
  switch (atom.kind) {
    case "absolute":
    case "leaky-relu":
    case "logarithm":
    case "reciprocal":
    case "step":
      return [0];
    case "damped-sine":
      return atom.decay === 0 ? [] : [0];
    case "root":
      return atom.degree === 1 ? [] : [0];
    case "rectangle":
      return [-atom.width / 2, atom.width / 2];
    case "square-wave":
      return squareWaveBreaks(atom, window);
    case "ceil":
    case "floor":
      return multiples(1, 0, window);
    case "modulo":
      return multiples(atom.divisor, 0, window, (k) => startOfRemainder(atom, k));
    case "rational":
      return poles(atom, window);
    case "constant":
    case "cosine":
    case "exponential":
    case "gaussian":
    case "linear":
    case "logistic":
    case "polynomial":
    case "sine":
    case "tanh":
      return [];
  }
}

function squareWaveBreaks(atom: SquareWave, window: BreakWindow): readonly number[] {
  const half = Math.abs(atom.period) / 2;
  if (atom.exact !== true) return multiples(half, atom.shift, window);
  return multiples(half, atom.shift, window, (k) => startOfHalf(atom, k));
}

/** offset + k·step for whole k, outwards from the centre; `at` may compute it more exactly. */
function multiples(
  step: number,
  offset: number,
  window: BreakWindow,
  at = (k: number): number => offset + k * step,
): readonly number[] {
  const { from, to, centre, limit } = window;
  const nearestToCentre = Math.min(Math.max(centre, from), to);
  const middle = Math.round((nearestToCentre - offset) / step);
  return Array.from({ length: 2 * Math.max(0, limit) + 3 }, (_, i) => {
    const k = middle + (i % 2 === 0 ? i / 2 : -(i + 1) / 2);
    return at(k);
  });
}

/** Zeros of the denominator at which it changes its sign, by halving. */
function poles({ denominator }: Rational, { from, to }: BreakWindow): readonly number[] {
  const below = powerSum(denominator, "lowest-first");
  const step = (to - from) / STEPS;
  return Array.from({ length: STEPS }, (_, i) => {
    const [left, right] = [from + i * step, from + (i + 1) * step];
    if (below(left) === 0) return left;
    return below(left) * below(right) < 0 ? halved(below, left, right) : NaN;
  });
}

function halved(value: (x: number) => number, left: number, right: number): number {
  let [low, high] = [left, right];
  const rising = value(right) > 0;
  for (let i = 0; i < 64; i += 1) {
    const middle = low + (high - low) / 2;
    if (value(middle) > 0 === rising) high = middle;
    else low = middle;
  }
  return high;
}
