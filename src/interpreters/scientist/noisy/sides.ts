import { wholePower } from "../../../core/index.ts";
import type { Law } from "../../../categories/numeric/index.ts";
import { left, one, powers, right } from "./curves.ts";
import type { Curve } from "./shape.ts";

/** A part of a composed law whose factors are free. */
export interface Side {
  readonly name: string;
  readonly columns: readonly Curve[];
  readonly grids: readonly number[];
  /** How many members it has. */
  readonly members: number;
  /** Order of growth. */
  readonly order: number;
  readonly build: (factors: readonly number[]) => Law | null;
}

/** Constants, steps, lines, leaky ReLUs and polynomials. */
export const sides: readonly Side[] = [
  {
    name: "constant",
    columns: [one],
    grids: [1],
    members: 20,
    order: 0,
    build: ([value = 0]) => (value === 0 ? null : { kind: "constant", value }),
  },
  {
    name: "step",
    columns: [left, right],
    grids: [10, 10],
    members: 201 * 600,
    order: 0,
    build: ([below = 0, above = 0]) => stepOf(below, above),
  },
  {
    name: "linear",
    columns: powers(1),
    grids: [10, 10],
    members: 201 * 200,
    order: 1,
    build: ([intercept = 0, slope = 0]) =>
      slope === 0 ? null : { kind: "linear", slope, intercept },
  },
  {
    name: "leaky-relu",
    columns: [one, (x) => Math.min(x, 0), (x) => Math.max(x, 0)],
    grids: [10, 100, 10],
    members: 201 * 600 * 10,
    order: 1,
    build: ([offset = 0, below = 0, slope = 0]) => leakyOf(offset, below, slope),
  },
  ...[2, 3, 4, 5].map((degree): Side => ({
    name: `polynomial of degree ${degree}`,
    columns: powers(degree),
    grids: powers(degree).map(() => 10),
    members: 4 * wholePower(101, degree) * 100,
    order: degree,
    build: (coefficients) =>
      coefficients.at(-1) === 0 ? null : { kind: "polynomial", coefficients: [...coefficients] },
  })),
];

/** Two levels with a jump at 0; `null` where there is none. */
export function stepOf(below: number, above: number): Law | null {
  const height = Number((above - below).toFixed(6));
  return height === 0 ? null : { kind: "step", height, atZero: 0, offset: below };
}

/** A line with a kink at 0 and slopes of one sign, the steeper on the right. */
function leakyOf(offset: number, below: number, slope: number): Law | null {
  if (slope === 0 || below === slope) return null;
  const leak = Number((below / slope).toFixed(6)) + 0;
  const isTold = Math.abs(leak * slope - below) < 1e-9 && leak >= 0 && leak <= 1;
  return isTold ? { kind: "leaky-relu", slope, leak, offset } : null;
}
