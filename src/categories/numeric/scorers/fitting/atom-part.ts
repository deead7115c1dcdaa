import { TAU } from "../../../../core/index.ts";
import { meaningOf } from "../../functions/meaning.ts";
import type { Atom } from "../../functions/spec.ts";
import { bellPart, exponentialPart, quotientPart, sigmoidPart } from "./curve-leaves.ts";
import { pulsePart, remainderPart } from "./jump-leaves.ts";
import { leafPart, ones } from "./leaf.ts";
import type { Part } from "./part.ts";
import { extentOf } from "./points.ts";
import { dampedPart, squareWavePart, wavePart } from "./wave-leaves.ts";

/** The class of a family; the inputs say where the points are. */
export function atomPart(atom: Atom, xs: Float64Array): Part {
  switch (atom.kind) {
    case "constant":
      return leafPart({ free: (points) => [ones(points)] });
    case "linear":
      return powersPart(1, xs);
    case "polynomial":
      return powersPart(
        atom.coefficients.findLastIndex((value) => value !== 0),
        xs,
      );
    case "absolute":
      return scaledPart({ kind: "absolute", slope: 1, offset: 0 });
    case "root":
      return atom.degree === 1 ? powersPart(1, xs) : scaledPart({ ...atom, scale: 1, offset: 0 });
    case "logarithm":
      return scaledPart({ ...atom, scale: 1, offset: 0 });
    case "step":
      return stepPart();
    case "leaky-relu":
      return kinkPart();
    case "tanh":
      return sigmoidPart(TAU / atom.period, atom.shift, xs);
    case "logistic":
      return sigmoidPart(atom.steepness / 2, atom.centre, xs);
    case "sine":
    case "cosine":
      return wavePart(atom.period, xs);
    case "damped-sine":
      return dampedPart(atom, xs);
    case "reciprocal":
      return leafPart({ essential: (_, points) => [points.map((x) => 1 / x)] });
    case "gaussian":
      return bellPart(atom, xs);
    case "rational":
      return quotientPart(atom, xs);
    case "rectangle":
      return pulsePart(atom, xs);
    case "square-wave":
      return squareWavePart(atom, xs);
    case "ceil":
    case "floor":
      return leafPart({ fixed: (_, points) => points.map(meaningOf(atom).real) });
    case "exponential":
      return exponentialPart(atom.rate, xs);
    case "modulo":
      return remainderPart(atom, xs);
  }
}

/** Multiples of an atom, plus any number. */
function scaledPart(unit: Atom): Part {
  return leafPart({
    essential: (_, points) => [points.map(meaningOf(unit).real)],
    free: (points) => [ones(points)],
  });
}

/** Polynomials up to a degree; from degree 2 on a straight line is not one of them. */
function powersPart(degree: number, xs: Float64Array): Part {
  const { from, to } = extentOf(xs);
  const size = Math.max(Math.abs(from), Math.abs(to), 1e-9);
  const power = (points: Float64Array, exponent: number): Float64Array =>
    points.map((x) => {
      let value = 1;
      for (let k = 0; k < exponent; k += 1) value *= x / size;
      return value;
    });
  const powers = (points: Float64Array, low: number, high: number): Float64Array[] =>
    Array.from({ length: Math.max(0, high - low + 1) }, (_, k) => power(points, low + k));
  if (degree <= 0) return leafPart({ free: (points) => [ones(points)] });
  const lowest = Math.min(2, degree);
  return leafPart({
    essential: (_, points) => powers(points, lowest, degree),
    free: (points) => powers(points, 0, lowest - 1),
  });
}

/** Steps at 0 of any height, with any value at 0 itself. */
function stepPart(): Part {
  return leafPart({
    essential: (_, points) => [points.map((x) => (x > 0 ? 1 : 0))],
    free: (points) => [ones(points), points.map((x) => (x === 0 ? 1 : 0))],
  });
}

/** Two straight lines that meet at 0. */
function kinkPart(): Part {
  return leafPart({
    essential: (_, points) => [points.map(Math.abs)],
    free: (points) => [ones(points), points.slice()],
  });
}
