import * as z from "zod";
import { exp, TAU } from "../../../core/index.ts";
import { spoken } from "./english.ts";
import { call, divided, fullTurn, minus, number, root, times } from "./expression.ts";
import type { NumericFamily, Shape } from "./family.ts";
import { finite, positive } from "./number-schema.ts";
import { tenth } from "./sampling.ts";

const schema = z.strictObject({
  kind: z.literal("gaussian"),
  mean: finite,
  deviation: positive,
});

/** x ↦ the normal density with this mean and standard deviation */
export type Gaussian = Shape<typeof schema>;

/** The normal density (https://en.wikipedia.org/wiki/Normal_distribution). */
export const gaussian: NumericFamily<Gaussian> = {
  kind: "gaussian",
  origin: "released",
  schema,
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
  magnitude: ({ mean, deviation }, x) => {
    const z = (x - mean) / deviation;
    return (exp(-0.5 * z * z) / deviation) * (1 + z * z);
  },
  form: ({ mean, deviation }) => ({ class: "bell", mean, deviation }),
  afterLine: "same",
};
