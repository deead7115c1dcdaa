import { ln, solveLeastSquares } from "../../../../core/index.ts";
import type { Law } from "../../../../categories/numeric/index.ts";
import type { Family } from "./shape.ts";

type Column = (x: number) => number;

/** Formulas whose numbers are factors of given functions, the simplest first. */
export const linearFamilies: readonly Family[] = [
  linearFamily("a constant", [one], ([value = 0]) => ({ kind: "constant", value })),
  linearFamily("a straight line", [one, itself], line),
  linearFamily("a multiple of |x|", [one, Math.abs], ([offset = 0, slope = 0]) => ({
    kind: "absolute",
    slope,
    offset,
  })),
  linearFamily("a step at 0", [one, (x) => (x > 0 ? 1 : 0)], ([offset = 0, height = 0]) => ({
    kind: "step",
    height,
    atZero: 0,
    offset,
  })),
  linearFamily("a reciprocal", [(x) => 1 / x], ([factor = 0]) => ({
    kind: "reciprocal",
    scale: 1 / factor,
  })),
  linearFamily(
    "a line with a kink at 0",
    [one, (x) => Math.max(0, x), (x) => Math.min(0, x)],
    kinkedLine,
  ),
  ...[2, 3, 4, 5].map((degree) =>
    linearFamily(
      `a polynomial of degree ${degree}`,
      Array.from({ length: degree + 1 }, (_, power) => (x: number) => powerOf(x, power)),
      (coefficients) => ({ kind: "polynomial", coefficients }),
    ),
  ),
  linearFamily(
    "a square root that a straight line continues left of 0",
    [...leftOf(0), rightOf(0, one), rightOf(0, Math.sqrt)],
    ([low = 0, slope = 0, offset = 0, scale = 0]) => ({
      kind: "piecewise",
      pieces: [
        { upTo: 0, law: line([low, slope]) },
        { upTo: null, law: { kind: "root", scale, degree: 2, offset, negative: "undefined" } },
      ],
    }),
  ),
  linearFamily(
    "a logarithm that a straight line continues left of 1",
    [...leftOf(1), rightOf(1, one), rightOf(1, ln)],
    ([low = 0, slope = 0, offset = 0, factor = 0]) => ({
      kind: "piecewise",
      pieces: [
        { upTo: 1, law: line([low, slope]) },
        { upTo: null, law: { kind: "logarithm", scale: factor * ln(2), base: 2, offset } },
      ],
    }),
  ),
];

/** A straight line from its height at 0 and its slope. */
export function line([intercept = 0, slope = 0]: readonly number[]): Law {
  return { kind: "linear", slope, intercept };
}

function linearFamily(
  name: string,
  columns: readonly Column[],
  build: (parameters: readonly number[]) => Law,
): Family {
  return ({ xs, ys }) => {
    if (xs.length < columns.length) return null;
    const { coefficients } = solveLeastSquares(
      columns.map((column) => xs.map(column)),
      ys,
    );
    return { name, parameters: [...coefficients], build };
  };
}

function kinkedLine([offset = 0, right = 0, left = 0]: readonly number[]): Law {
  if (Math.abs(right) >= Math.abs(left))
    return { kind: "leaky-relu", slope: right, leak: right === 0 ? 0 : left / right, offset };
  const outer: Law = { kind: "leaky-relu", slope: -left, leak: right / left, offset };
  return { kind: "compose", outer, inner: { kind: "linear", slope: -1, intercept: 0 } };
}

function one(): number {
  return 1;
}

function itself(x: number): number {
  return x;
}

function powerOf(x: number, power: number): number {
  let value = 1;
  for (let k = 0; k < power; k += 1) value *= x;
  return value;
}

function leftOf(end: number): readonly Column[] {
  return [(x) => (x <= end ? 1 : 0), (x) => (x <= end ? x : 0)];
}

function rightOf(end: number, column: Column): Column {
  return (x) => (x > end ? column(x) : 0);
}
