import * as z from "zod";
import { exp } from "../../../core/index.ts";
import { spoken, withOffset } from "./english.ts";
import { call, number, plus, times } from "./expression.ts";
import type { NumericFamily } from "./family.ts";
import { finite } from "./number-schema.ts";
import { nonzeroTenth, slowRate, tenth } from "./sampling.ts";
import type { Exponential } from "./spec.ts";

/** x ↦ scale·exp(rate·x) + offset */
export const exponential: NumericFamily<Exponential> = {
  kind: "exponential",
  sample: (draws) => ({
    kind: "exponential",
    scale: nonzeroTenth(draws, 100),
    rate: (draws.uniform() < 0.5 ? -1 : 1) * slowRate(draws),
    offset: tenth(draws, -100, 100),
  }),
  real:
    ({ scale, rate, offset }) =>
    (x) =>
      scale * exp(rate * x) + offset,
  describe: ({ scale, rate, offset }, variable) =>
    withOffset(
      `the exponential ${spoken(scale)} times e to the power of (${spoken(rate)} times ${variable})`,
      offset,
    ),
  lower: ({ scale, rate, offset }, x) =>
    plus(times(number(scale), call("exp", times(number(rate), x))), number(offset)),
};

/** An exponential as data. */
export const exponentialSchema = z.strictObject({
  kind: z.literal("exponential"),
  scale: finite,
  rate: finite,
  offset: finite,
});
