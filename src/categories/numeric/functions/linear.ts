import * as z from "zod";
import { spoken } from "./english.ts";
import { number, plus, times } from "./expression.ts";
import type { NumericFamily, Shape } from "./family.ts";
import { finite } from "./number-schema.ts";
import { nonzeroTenth, tenth } from "./sampling.ts";

const schema = z.strictObject({
  kind: z.literal("linear"),
  slope: finite,
  intercept: finite,
});

/** x ↦ slope·x + intercept */
export type Linear = Shape<typeof schema>;

/** x ↦ slope·x + intercept */
export const linear: NumericFamily<Linear> = {
  kind: "linear",
  origin: "released",
  schema,
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
  coefficients: ({ slope, intercept }) => [intercept, slope],
  adjusted: (atom, { scaled, moved }) => ({
    ...atom,
    slope: scaled(atom.slope),
    intercept: moved(atom.intercept),
  }),
  magnitude: ({ slope, intercept }, x) => Math.abs(slope) * Math.abs(x) + Math.abs(intercept),
  form: () => ({ class: "powers", degree: 1 }),
  afterLine: "same",
};
