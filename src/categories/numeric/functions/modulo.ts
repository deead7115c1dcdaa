import * as z from "zod";
import { spoken, withOffset } from "./english.ts";
import { call, divided, minus, number, plus, times } from "./expression.ts";
import { multiples } from "./break-window.ts";
import type { NumericFamily, Shape } from "./family.ts";
import { finite, positive } from "./number-schema.ts";
import { nonzeroTenth, tenth } from "./sampling.ts";

/**
 * Parts of 1 in which remainders are counted, so that one of tenths by tenths is exact: the double
 * nearest to m/10, times 10, is m to the last bit
 * (Goldberg, What Every Computer Scientist Should Know About Floating-Point Arithmetic, theorem 7).
 */
const PARTS = 10;

const schema = z.strictObject({
  kind: z.literal("modulo"),
  divisor: positive,
  scale: finite,
  offset: finite,
});

/** x ↦ scale·(x − divisor·⌊x/divisor⌋) + offset */
export type Modulo = Shape<typeof schema>;

/** x ↦ scale·(x − divisor·⌊x/divisor⌋) + offset (https://en.wikipedia.org/wiki/Modulo) */
export const modulo: NumericFamily<Modulo> = {
  kind: "modulo",
  origin: "own",
  schema,
  sample: (draws) => ({
    kind: "modulo",
    divisor: onNoHalf(draws.integer(20, 400)) / 10,
    scale: nonzeroTenth(draws, 100),
    offset: tenth(draws, -100, 100),
  }),
  real: ({ divisor, scale, offset }) => {
    const each = PARTS * divisor;
    return (x) => {
      const parts = PARTS * x;
      return scale * ((parts - each * Math.floor(parts / each)) / PARTS) + offset;
    };
  },
  describe: ({ divisor, scale, offset }, variable) =>
    withOffset(
      `${spoken(scale)} times the remainder of ${variable} after division by ${divisor} ` +
        `(never below 0, and less than the divisor)`,
      offset,
    ),
  lower: ({ divisor, scale, offset }, x, bind) => {
    const each = number(PARTS * divisor);
    const parts = bind(times(number(PARTS), x));
    const whole = times(each, call("floor", divided(parts, each)));
    const rest = divided(minus(parts, whole), number(PARTS));
    return plus(times(number(scale), rest), number(offset));
  },
  breaks: (atom, window) => multiples(atom.divisor, 0, window, (k) => startOfRemainder(atom, k)),
  adjusted: (atom, { scaled, moved }) => ({
    ...atom,
    scale: scaled(atom.scale),
    offset: moved(atom.offset),
  }),
  magnitude: ({ divisor, scale, offset }, x) =>
    Math.abs(scale) * (Math.abs(x) + divisor) + Math.abs(offset),
  form: ({ divisor }) => ({ class: "remainder", divisor }),
  afterLine: "remainder",
};

/** Where remainders begin anew: the k-th multiple of the divisor. */
function startOfRemainder({ divisor }: Modulo, k: number): number {
  return (k * (PARTS * divisor)) / PARTS;
}

/**
 * A divisor in tenths of which no multiple lies on k + 0.5, or one that doubles hold as it is:
 * elsewhere the usual code for a remainder rounds to either side of the jump.
 */
function onNoHalf(tenths: number): number {
  return tenths % 2 === 0 || tenths % 5 === 0 ? tenths : tenths + 1;
}
