import { exp, ln } from "../../core/index.ts";
import type { Operator } from "./configuration.ts";
import { call, constant, power, product, quotient, x } from "./expression.ts";
import type { Expression } from "./expression.ts";
import { filtered } from "./target.ts";
import type { Target } from "./target.ts";

/** An outermost operator that is taken off: what has to be explained then, and how to put it back. */
export interface Peel {
  readonly operator: Operator;
  /** In words: what was done to the answers. */
  readonly deed: string;
  /** What is inside at a point, and how steeply it follows the answer there. */
  readonly inside: (y: number, x: number) => { readonly value: number; readonly slope: number };
  readonly wrap: (inside: Expression) => Expression;
  /** Whether it makes sense of these answers. */
  readonly fits: (target: Target) => boolean;
}

/** Every operator that can be undone. */
export const peels: readonly Peel[] = [
  {
    operator: "÷",
    deed: "one divided by the answers",
    inside: (y) => ({ value: 1 / y, slope: 1 / (y * y) }),
    wrap: (inside) => quotient(constant(1), inside),
    fits: () => true,
  },
  ...[1, -1].map((side): Peel => ({
    operator: "exp",
    deed: side > 0 ? "the logarithm of the answers" : "the logarithm of minus the answers",
    inside: (y) => ({ value: ln(side * y), slope: 1 / y }),
    wrap: (inside) => product(constant(side), call("exp", inside)),
    fits: ({ ys }) => ys.every((y) => side * y >= 0),
  })),
  ...[1, -1].map((side): Peel => ({
    operator: "power",
    deed: "the square of the answers",
    inside: (y) => ({ value: y * y, slope: 2 * y }),
    wrap: (inside) => product(constant(side), power(inside, 0.5)),
    fits: ({ ys }) => ys.every((y) => side * y >= 0),
  })),
  {
    operator: "log",
    deed: "e to the power of the answers",
    inside: (y) => ({ value: exp(y), slope: exp(y) }),
    wrap: (inside) => call("log", inside),
    fits: ({ ys }) => ys.every((y) => Math.abs(y) < 300),
  },
  {
    operator: "×",
    deed: "the answers divided by x",
    inside: (y, at) => ({ value: y / at, slope: 1 / at }),
    wrap: (inside) => product(x, inside),
    fits: () => true,
  },
  {
    operator: "×",
    deed: "the answers divided by the absolute value of x",
    inside: (y, at) => ({ value: y / Math.abs(at), slope: 1 / at }),
    wrap: (inside) => product(call("abs", x), inside),
    fits: () => true,
  },
  {
    operator: "÷",
    deed: "the answers times x",
    inside: (y, at) => ({ value: y * at, slope: at }),
    wrap: (inside) => quotient(inside, x),
    fits: () => true,
  },
];

/** Rounding of the inverse itself, relative to its value. */
const ROUNDING = 1e-11;

/** The target that is left when the outermost operator is taken off. */
export function peeled(target: Target, peel: Peel): Target {
  const inside = Array.from(target.ys, (y, i) => peel.inside(y, target.xs[i] ?? NaN));
  const ys = Float64Array.from(inside, ({ value }) => value);
  const sigma = Float64Array.from(
    inside,
    ({ value, slope }, i) =>
      Math.abs(slope) * (target.sigma[i] ?? 1) + ROUNDING * Math.abs(value) || Number.MIN_VALUE,
  );
  return filtered(
    { ...target, ys, sigma },
    (_, i) => Number.isFinite(ys[i]) && Number.isFinite(sigma[i]),
  );
}
