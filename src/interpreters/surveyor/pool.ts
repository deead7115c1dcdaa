import type { Operator } from "./configuration.ts";
import { call, constant, max, power, x } from "./expression.ts";
import type { Expression } from "./expression.ts";
import type { Context } from "./context.ts";

/** The highest whole power of x. */
const HIGHEST_POWER = 5;

const single: readonly (readonly [Operator, Expression])[] = [
  ...Array.from({ length: HIGHEST_POWER - 1 }, (_, k): readonly [Operator, Expression] => [
    "power",
    power(x, k + 2),
  ]),
  ["abs", call("abs", x)],
  ["max", max(x, constant(0))],
  ["sign", call("sign", x)],
  ["step", call("step", x)],
  ["power", power(x, 0.5)],
  ["log", call("log", x)],
  ["power", power(x, -1)],
  ["power", power(x, -2)],
];

/** 1 and x. */
export const straight: readonly Expression[] = [constant(1), x];

/** 1, x, and each operator that needs no constant inside, applied to x once. */
export function singles({ may }: Context): readonly Expression[] {
  return [
    ...straight,
    ...single.filter(([operator]) => may(operator)).map(([, expression]) => expression),
  ];
}

/** 1, x and the whole powers of x. */
export function powers({ may }: Context, highest = HIGHEST_POWER): readonly Expression[] {
  if (!may("power")) return straight;
  return [...straight, ...Array.from({ length: highest - 1 }, (_, k) => power(x, k + 2))];
}
