import * as z from "zod";
import { spokenPolynomial } from "./english.ts";
import type { NumericFamily, Shape } from "./family.ts";
import { coefficients as coefficientsSchema } from "./number-schema.ts";
import { lowerPowerSum, magnitudeOfSum, powerSum } from "./power-sum.ts";
import { tenthsWithLeading } from "./sampling.ts";

const schema = z.strictObject({
  kind: z.literal("polynomial"),
  coefficients: coefficientsSchema,
});

/** x ↦ Σ coefficients[k]·xᵏ, summed from the highest power down */
export type Polynomial = Shape<typeof schema>;

/** x ↦ Σ coefficients[k]·xᵏ */
export const polynomial: NumericFamily<Polynomial> = {
  kind: "polynomial",
  origin: "released",
  schema,
  sample: (draws) => ({
    kind: "polynomial",
    coefficients: tenthsWithLeading(draws, draws.integer(2, 5) + 1, 50),
  }),
  real: ({ coefficients }) => powerSum(coefficients, "highest-first"),
  describe: ({ coefficients }, variable) =>
    `the polynomial ${spokenPolynomial(coefficients, variable)}`,
  lower: ({ coefficients }, x) => lowerPowerSum(coefficients, "highest-first", x),
  coefficients: ({ coefficients }) => coefficients,
  adjusted: (atom, { scaled, moved }) => ({
    ...atom,
    coefficients: atom.coefficients.map((c, k) => (k === 0 ? moved(c) : scaled(c))),
  }),
  magnitude: ({ coefficients }, x) => magnitudeOfSum(coefficients, x),
  form: ({ coefficients }) => ({
    class: "powers",
    degree: coefficients.findLastIndex((value) => value !== 0),
  }),
  afterLine: "same",
};
