import { ln } from "../../../core/index.ts";
import type { Law } from "../../../categories/numeric/index.ts";
import { left, one, powers, right } from "./curves.ts";
import { composedPrior, simplePrior } from "./priors.ts";
import type { Curve, Shape } from "./shape.ts";
import { sides } from "./sides.ts";

/** Simple laws without bounds that have values everywhere. */
export const growthShapes: readonly Shape[] = [
  {
    family: "absolute",
    base: null,
    columns: [one, Math.abs],
    grids: [10, 10],
    prior: simplePrior(201 * 600),
    build: ([offset = 0, slope = 0]) => (slope === 0 ? null : { kind: "absolute", slope, offset }),
  },
  ...sides
    .filter(({ order }) => order > 0)
    .map(({ name, columns, grids, members, build }): Shape => ({
      family: name,
      base: null,
      columns,
      grids,
      prior: simplePrior(members),
      build,
    })),
];

/** A polynomial on each side of 0, with these degrees. */
export function twoSidedShape(below: number, above: number): Shape {
  const columns = [
    ...powers(below).map(
      (power): Curve =>
        (x) =>
          left(x) * power(x),
    ),
    ...powers(above).map(
      (power): Curve =>
        (x) =>
          right(x) * power(x),
    ),
  ];
  return {
    family: "polynomials on both sides",
    base: null,
    columns,
    grids: columns.map(() => 100),
    prior: composedPrior(0.2, 1) - columns.length * ln(3000),
    build: (factors) => {
      const [low, high] = [factors.slice(0, below + 1), factors.slice(below + 1)];
      if (low.every((factor, i) => factor === (high[i] ?? 0)) && below >= above)
        return polynomialOf(low);
      return {
        kind: "piecewise",
        pieces: [
          { upTo: 0, law: polynomialOf(low) },
          { upTo: null, law: polynomialOf(high) },
        ],
      };
    },
  };
}

/** A polynomial by the simplest family that holds it. */
function polynomialOf(coefficients: readonly number[]): Law {
  const degree = coefficients.findLastIndex((coefficient) => coefficient !== 0);
  const [intercept = 0, slope = 0] = coefficients;
  if (degree <= 0) return { kind: "constant", value: intercept };
  if (degree === 1) return { kind: "linear", slope, intercept };
  return { kind: "polynomial", coefficients: coefficients.slice(0, degree + 1) };
}
