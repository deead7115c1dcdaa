import * as z from "zod";
import { spokenPolynomial } from "./english.ts";
import type { NumericFamily } from "./family.ts";
import { coefficients as coefficientsSchema } from "./number-schema.ts";
import { lowerPowerSum, powerSum } from "./power-sum.ts";
import { tenthsWithLeading } from "./sampling.ts";
import type { Polynomial } from "./spec.ts";

/** x ↦ Σ coefficients[k]·xᵏ */
export const polynomial: NumericFamily<Polynomial> = {
  kind: "polynomial",
  sample: (draws) => ({
    kind: "polynomial",
    coefficients: tenthsWithLeading(draws, draws.integer(2, 5) + 1, 50),
  }),
  real: ({ coefficients }) => powerSum(coefficients, "highest-first"),
  describe: ({ coefficients }, variable) =>
    `the polynomial ${spokenPolynomial(coefficients, variable)}`,
  lower: ({ coefficients }, x) => lowerPowerSum(coefficients, "highest-first", x),
};

/** A polynomial as data. */
export const polynomialSchema = z.strictObject({
  kind: z.literal("polynomial"),
  coefficients: coefficientsSchema,
});
