import * as z from "zod";
import { wholePower } from "../../../core/index.ts";
import { spokenPolynomial } from "./english.ts";
import type { BreakWindow } from "./break-window.ts";
import { divided } from "./expression.ts";
import type { NumericFamily, Shape } from "./family.ts";
import { coefficients } from "./number-schema.ts";
import { lowerPowerSum, magnitudeOfSum, powerSum } from "./power-sum.ts";
import { nonzeroTenth, tenthsWithLeading } from "./sampling.ts";

/** Steps in which a denominator is searched for changes of sign. */
const STEPS = 2048;

const schema = z.strictObject({
  kind: z.literal("rational"),
  numerator: coefficients,
  denominator: coefficients.refine((list) => list.some((value) => value !== 0), {
    error: "a denominator with a coefficient other than 0",
  }),
});

/** x ↦ Σ numerator[k]·xᵏ / Σ denominator[k]·xᵏ, summed from the lowest power up */
export type Rational = Shape<typeof schema>;

/** x ↦ Σ numerator[k]·xᵏ / Σ denominator[k]·xᵏ */
export const rational: NumericFamily<Rational> = {
  kind: "rational",
  origin: "released",
  schema,
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
  breaks: poles,
  magnitude: ({ numerator, denominator }, x) => {
    const below = denominator.reduce((sum, c, k) => sum + c * wholePower(x, k), 0);
    const parts = magnitudeOfSum(denominator, x) / Math.abs(below);
    return (magnitudeOfSum(numerator, x) / Math.abs(below)) * (1 + parts);
  },
  form: ({ numerator, denominator }) => ({ class: "quotient", numerator, denominator }),
  afterLine: "same",
};

/** Zeros of the denominator at which it changes its sign, by halving. */
function poles({ denominator }: Rational, { from, to }: BreakWindow): readonly number[] {
  const below = powerSum(denominator, "lowest-first");
  const step = (to - from) / STEPS;
  return Array.from({ length: STEPS }, (_, i) => {
    const [left, right] = [from + i * step, from + (i + 1) * step];
    if (below(left) === 0) return left;
    return below(left) * below(right) < 0 ? halved(below, left, right) : NaN;
  });
}

function halved(value: (x: number) => number, left: number, right: number): number {
  let [low, high] = [left, right];
  const rising = value(right) > 0;
  for (let i = 0; i < 64; i += 1) {
    const middle = low + (high - low) / 2;
    if (value(middle) > 0 === rising) high = middle;
    else low = middle;
  }
  return high;
}
