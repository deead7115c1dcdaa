import * as z from "zod";
import { spokenPolynomial } from "./english.ts";
import { divided } from "./expression.ts";
import type { NumericFamily } from "./family.ts";
import { coefficients } from "./number-schema.ts";
import { lowerPowerSum, powerSum } from "./power-sum.ts";
import { nonzeroTenth, tenthsWithLeading } from "./sampling.ts";
import type { Rational } from "./spec.ts";

/** x ↦ Σ numerator[k]·xᵏ / Σ denominator[k]·xᵏ */
export const rational: NumericFamily<Rational> = {
  kind: "rational",
  sample: (draws) => {
    const numeratorDegree = draws.integer(0, 4);
    const denominatorDegree = draws.integer(numeratorDegree + 1, 5);
    return {
      kind: "rational",
      numerator: tenthsWithLeading(draws, numeratorDegree + 1, 100),
      // With a constant term of 0 it could be a reciprocal.
      denominator: [nonzeroTenth(draws, 100), ...tenthsWithLeading(draws, denominatorDegree, 100)],
    };
  },
  real: ({ numerator, denominator }) => {
    const above = powerSum(numerator, "lowest-first");
    const below = powerSum(denominator, "lowest-first");
    return (x) => above(x) / below(x);
  },
  describe: ({ numerator, denominator }, variable) =>
    `the quotient of two polynomials, (${spokenPolynomial(numerator, variable)}) ` +
    `divided by (${spokenPolynomial(denominator, variable)}), without a value where the divisor is 0`,
  lower: ({ numerator, denominator }, x) =>
    divided(
      lowerPowerSum(numerator, "lowest-first", x),
      lowerPowerSum(denominator, "lowest-first", x),
    ),
};

/** A quotient of polynomials as data. */
export const rationalSchema = z.strictObject({
  kind: z.literal("rational"),
  numerator: coefficients,
  denominator: coefficients.refine((list) => list.some((value) => value !== 0), {
    error: "a denominator with a coefficient other than 0",
  }),
});
