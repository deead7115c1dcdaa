import * as z from "zod";
import { spoken } from "./english.ts";
import { number, plus, times } from "./expression.ts";
import type { NumericFamily } from "./family.ts";
import { finite } from "./number-schema.ts";
import { nonzeroTenth, tenth } from "./sampling.ts";
import type { Linear } from "./spec.ts";

/** x ↦ slope·x + intercept */
export const linear: NumericFamily<Linear> = {
  kind: "linear",
  sample: (draws) => ({
    kind: "linear",
    slope: nonzeroTenth(draws, 100),
    intercept: tenth(draws, -100, 100),
  }),
  real:
    ({ slope, intercept }) =>
    (x) =>
      slope * x + intercept,
  describe: ({ slope, intercept }, variable) =>
    `a straight line in ${variable} with slope ${spoken(slope)} and intercept ${spoken(intercept)}`,
  lower: ({ slope, intercept }, x) => plus(times(number(slope), x), number(intercept)),
};

/** A straight line as data. */
export const linearSchema = z.strictObject({
  kind: z.literal("linear"),
  slope: finite,
  intercept: finite,
});
