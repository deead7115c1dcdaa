import { solveLeastSquares } from "../../../core/index.ts";
import type { Law } from "../../../categories/numeric/index.ts";
import type { PointReading } from "./point-laboratory.ts";

/** The quadratic surface next to some readings, as a sum of products of straight lines. */
export function surface(readings: readonly PointReading[], axes: number): Law {
  const known = readings.filter(({ y }) => Number.isFinite(y));
  const terms = termsOf(axes).slice(0, known.length);
  const columns = terms.map((term) =>
    Float64Array.from(known, ({ point }) =>
      term.reduce((value, axis) => value * (point[axis] ?? 0), 1),
    ),
  );
  const ys = Float64Array.from(known, ({ y }) => y);
  const { coefficients } = solveLeastSquares(columns, ys);
  const laws = terms.map((term, i): Law => {
    const value = Number((coefficients[i] ?? 0).toPrecision(6));
    const constant: Law = { kind: "constant", value };
    if (term.length === 0) return constant;
    return {
      kind: "product",
      factors: [constant, ...term.map((index): Law => ({ kind: "argument", index }))],
    };
  });
  // A surface of several arguments names them all, even where they make no difference.
  return laws.length > axes
    ? { kind: "sum", terms: laws }
    : { kind: "sum", terms: [laws[0] ?? { kind: "constant", value: 0 }, idle(axes)] };
}

/** Products of at most two arguments, the shortest first. */
function termsOf(axes: number): readonly (readonly number[])[] {
  const single = Array.from({ length: axes }, (_, axis) => axis);
  return [
    [],
    ...single.map((axis) => [axis]),
    ...single.flatMap((a) => single.filter((b) => b >= a).map((b) => [a, b])),
  ];
}

/** 0, whatever the last argument is. */
function idle(axes: number): Law {
  const inner: Law = { kind: "argument", index: axes - 1 };
  return { kind: "compose", outer: { kind: "constant", value: 0 }, inner };
}
