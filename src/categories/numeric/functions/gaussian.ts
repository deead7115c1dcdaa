import * as z from "zod";
import { exp, TAU } from "../../../core/index.ts";
import { spoken } from "./english.ts";
import { call, divided, fullTurn, minus, number, root, times } from "./expression.ts";
import type { NumericFamily } from "./family.ts";
import { finite, positive } from "./number-schema.ts";
import { tenth } from "./sampling.ts";
import type { Gaussian } from "./spec.ts";

/** The normal density (https://en.wikipedia.org/wiki/Normal_distribution). */
export const gaussian: NumericFamily<Gaussian> = {
  kind: "gaussian",
  sample: (draws) => ({
    kind: "gaussian",
    mean: tenth(draws, -500, 500),
    deviation: tenth(draws, 10, 100),
  }),
  real: ({ mean, deviation }) => {
    const peak = 1 / (deviation * Math.sqrt(TAU));
    return (x) => {
      const z = (x - mean) / deviation;
      return peak * exp(-0.5 * z * z);
    };
  },
  describe: ({ mean, deviation }, variable) =>
    `the density at ${variable} of a normal distribution with mean ${spoken(mean)} ` +
    `and standard deviation ${deviation} (a bell whose area is 1)`,
  lower: ({ mean, deviation }, x, bind) => {
    const peak = divided(number(1), times(number(deviation), root(2, fullTurn)));
    const distance = bind(divided(minus(x, number(mean)), number(deviation)));
    return times(peak, call("exp", times(times(number(-0.5), distance), distance)));
  },
};

/** A normal density as data. */
export const gaussianSchema = z.strictObject({
  kind: z.literal("gaussian"),
  mean: finite,
  deviation: positive,
});
