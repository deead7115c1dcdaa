import * as z from "zod";
import { spoken, withOffset } from "./english.ts";
import { call, divided, minus, number, plus, times } from "./expression.ts";
import type { NumericFamily } from "./family.ts";
import { finite, positive } from "./number-schema.ts";
import { nonzeroTenth, tenth } from "./sampling.ts";
import type { Modulo } from "./spec.ts";

/** x ↦ scale·(x − divisor·⌊x/divisor⌋) + offset (https://en.wikipedia.org/wiki/Modulo) */
export const modulo: NumericFamily<Modulo> = {
  kind: "modulo",
  sample: (draws) => ({
    kind: "modulo",
    divisor: tenth(draws, 20, 400),
    scale: nonzeroTenth(draws, 100),
    offset: tenth(draws, -100, 100),
  }),
  real:
    ({ divisor, scale, offset }) =>
    (x) =>
      scale * (x - divisor * Math.floor(x / divisor)) + offset,
  describe: ({ divisor, scale, offset }, variable) =>
    withOffset(
      `${spoken(scale)} times the remainder of ${variable} after division by ${divisor} ` +
        `(never below 0, and less than the divisor)`,
      offset,
    ),
  lower: ({ divisor, scale, offset }, x) => {
    const whole = times(number(divisor), call("floor", divided(x, number(divisor))));
    return plus(times(number(scale), minus(x, whole)), number(offset));
  },
};

/** A remainder as data. */
export const moduloSchema = z.strictObject({
  kind: z.literal("modulo"),
  divisor: positive,
  scale: finite,
  offset: finite,
});
