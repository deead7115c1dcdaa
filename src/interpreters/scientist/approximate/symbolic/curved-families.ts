import {
  atan2,
  cos,
  exp,
  sin,
  solveLeastSquares,
  squared,
  tanh,
  TAU,
  wholePower,
} from "../../../../core/index.ts";
import type { Law } from "../../../../categories/numeric/index.ts";
import { columnsOf } from "../../columns.ts";
import type { Curve } from "../../columns.ts";
import type { Family } from "./shape.ts";
import type { Target } from "./target.ts";

/** A formula of which a few numbers are not factors, and have to be searched. */
interface Form {
  readonly name: string;
  /** Where the search begins: all combinations of these values. */
  readonly starts: readonly (readonly number[])[];
  /** Steps of the search: a factor for sizes, a length for places. */
  readonly steps: readonly ("size" | "place")[];
  curves(shape: readonly number[]): readonly Curve[];
  build(shape: readonly number[], factors: readonly number[]): Law;
}

const sizes = (from: number, to: number, factor: number): readonly number[] => {
  const values: number[] = [];
  for (let size = from; size <= to; size *= factor) values.push(size);
  return values;
};
const places = Array.from({ length: 17 }, (_, i) => 15 * (i - 8));
const one: Curve = () => 1;

const forms: readonly Form[] = [
  {
    name: "a hyperbolic tangent",
    starts: [sizes(1, 1200, 1.8), places],
    steps: ["size", "place"],
    curves: ([period = 1, shift = 0]) => [one, (x) => tanh((TAU * (x - shift)) / period)],
    build: ([period = 1, shift = 0], [offset = 0, amplitude = 0]) => ({
      kind: "tanh",
      amplitude,
      period,
      shift,
      offset,
    }),
  },
  {
    name: "a sine wave",
    starts: [sizes(4, 1100, 1.04)],
    steps: ["size"],
    curves: ([period = 1]) => [one, (x) => sin((TAU * x) / period), (x) => cos((TAU * x) / period)],
    build: ([period = 1], [offset = 0, along = 0, across = 0]) => ({
      kind: "sine",
      amplitude: Math.sqrt(along * along + across * across),
      period,
      shift: (-atan2(across, along) * period) / TAU,
      offset,
    }),
  },
  {
    name: "a bell",
    starts: [sizes(1, 100, 1.5), places],
    steps: ["size", "place"],
    curves: ([deviation = 1, mean = 0]) => [
      one,
      (x) => exp(-0.5 * squared((x - mean) / deviation)),
    ],
    build: ([deviation = 1, mean = 0], [offset = 0, height = 0]) => ({
      kind: "sum",
      terms: [
        {
          kind: "product",
          factors: [
            { kind: "constant", value: height * deviation * Math.sqrt(TAU) },
            { kind: "gaussian", mean, deviation },
          ],
        },
        { kind: "constant", value: offset },
      ],
    }),
  },
  {
    name: "an exponential",
    starts: [[...sizes(0.004, 0.5, 1.4), ...sizes(0.004, 0.5, 1.4).map((rate) => -rate)]],
    steps: ["size"],
    curves: ([rate = 0]) => [one, (x) => exp(rate * x)],
    build: ([rate = 0], [offset = 0, scale = 0]) => ({ kind: "exponential", scale, rate, offset }),
  },
  {
    name: "a rectangle",
    starts: [sizes(1, 200, 1.15)],
    steps: ["size"],
    curves: ([width = 1]) => [one, (x) => (Math.abs(x) <= width / 2 ? 1 : 0)],
    build: ([width = 1], [offset = 0, height = 0]) => ({
      kind: "sum",
      terms: [
        {
          kind: "product",
          factors: [
            { kind: "constant", value: height },
            { kind: "rectangle", width },
          ],
        },
        { kind: "constant", value: offset },
      ],
    }),
  },
];

/** How often the steps of a search are halved. */
const HALVINGS = 14;
/** The first step of a place; that of a size is the same share of the factor between starts. */
const FIRST = { place: 7, size: 0.25 };

/** Formulas with numbers that are searched on a grid and then refined. */
export const curvedFamilies: readonly Family[] = forms.map((form) => (target) => {
  const fit = (shape: readonly number[]): number => solve(form, shape, target).error;
  let best: Found = { shape: [], error: Infinity };
  for (const shape of combinations(form.starts)) {
    const error = fit(shape);
    if (error < best.error) best = { shape, error };
  }
  if (best.shape.length === 0) return null;
  best = refined(form, best, fit);
  const { coefficients } = solve(form, best.shape, target);
  const count = best.shape.length;
  return {
    name: form.name,
    parameters: [...best.shape, ...coefficients],
    build: (parameters) => form.build(parameters.slice(0, count), parameters.slice(count)),
  };
});

interface Found {
  readonly shape: readonly number[];
  readonly error: number;
}

/** Goes on to the better neighbour in one number at a time, with ever smaller steps. */
function refined({ steps }: Form, start: Found, fit: (shape: readonly number[]) => number): Found {
  let best = start;
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    for (const [i, step] of steps.entries()) {
      const size = FIRST[step] / wholePower(2, halving);
      for (const way of [-1, 1]) {
        const shape = best.shape.map((value, k) => {
          if (k !== i) return value;
          return step === "size" ? value * (1 + way * size) : value + way * size;
        });
        const error = fit(shape);
        if (error < best.error) best = { shape, error };
      }
    }
  }
  return best;
}

function solve(
  form: Form,
  shape: readonly number[],
  { xs, ys }: Target,
): ReturnType<typeof solveLeastSquares> {
  return solveLeastSquares(columnsOf(form.curves(shape), xs), ys);
}

function combinations(lists: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return lists.reduce<readonly (readonly number[])[]>(
    (before, list) => before.flatMap((part) => list.map((value) => [...part, value])),
    [[]],
  );
}
