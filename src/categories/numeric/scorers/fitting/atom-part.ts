import { familyOf } from "../../functions/families.ts";
import type { ClassOf } from "../../functions/form-class.ts";
import type { Atom } from "../../functions/spec.ts";
import { bellPart, quotientPart, sigmoidPart } from "./curve-leaves.ts";
import { pulsePart, remainderPart } from "./jump-leaves.ts";
import { leafPart, ones, smooth } from "./leaf.ts";
import type { Leaf } from "./leaf.ts";
import type { Part } from "./part.ts";
import { extentOf, spreadRows } from "./points.ts";
import { dampedPart, squareWavePart, wavePart } from "./wave-leaves.ts";

type Curve = (x: number) => number;

/** Points on which settings of curves are told apart. */
const POINTS = 128;

/** The class of a law of one family; the inputs say where the points are. */
export function atomPart(atom: Atom, xs: Float64Array): Part {
  const form = familyOf(atom.kind).form(atom, extentOf(xs));
  switch (form.class) {
    case "powers":
      return powersPart(form.degree, xs);
    case "columns": {
      const { own, rest } = form;
      return leafPart({ essential: (_, points) => columns(own, points), ...beside(rest) });
    }
    case "curves":
      return curvesPart(form, xs);
    case "fixed":
      return leafPart({ fixed: (_, points) => points.map(form.of) });
    case "wave":
      return wavePart(form.period, xs);
    case "damped-wave":
      return dampedPart(form, xs);
    case "square-wave":
      return squareWavePart(form, xs);
    case "sigmoid":
      return sigmoidPart(form.speed, form.centre, xs);
    case "bell":
      return bellPart(form, xs);
    case "quotient":
      return quotientPart(form, xs);
    case "pulse":
      return pulsePart(form, xs);
    case "remainder":
      return remainderPart(form, xs);
  }
}

function curvesPart({ parameters, own, rest, tries }: ClassOf<"curves">, xs: Float64Array): Part {
  return leafPart({
    parameters: parameters.map(({ value, low, high, step, apart = 0 }) => ({
      ...smooth(value, low, high, step),
      apart,
    })),
    essential: (values, points) => columns(own(values), points),
    ...beside(rest),
    scans: () => [{ at: 0, sets: tries, rows: spreadRows(xs, POINTS), count: POINTS }],
  });
}

/** What would remain if the family were lost. */
function beside(rest: readonly Curve[]): Pick<Leaf, "free"> {
  return rest.length === 0 ? {} : { free: (points) => columns(rest, points) };
}

function columns(curves: readonly Curve[], points: Float64Array): readonly Float64Array[] {
  return curves.map((curve) => points.map(curve));
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
