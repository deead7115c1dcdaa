import * as z from "zod";
import { exp } from "../../../core/index.ts";
import { lessBy, moved, spoken } from "./english.ts";
import { call, divided, minus, number, plus, times } from "./expression.ts";
import type { NumericFamily, Shape } from "./family.ts";
import { finite } from "./number-schema.ts";
import { nonzeroTenth, tenth } from "./sampling.ts";

const schema = z.strictObject({
  kind: z.literal("logistic"),
  height: finite,
  steepness: finite,
  centre: finite,
  offset: finite,
});

/** x ↦ height/(1 + exp(−steepness·(x − centre))) + offset */
export type Logistic = Shape<typeof schema>;

/** x ↦ height/(1 + exp(−steepness·(x − centre))) + offset (https://en.wikipedia.org/wiki/Logistic_function) */
export const logistic: NumericFamily<Logistic> = {
  kind: "logistic",
  origin: "own",
  schema,
  sample: (draws) => ({
    kind: "logistic",
    height: nonzeroTenth(draws, 300),
    steepness: ((draws.uniform() < 0.5 ? -1 : 1) * draws.integer(5, 100)) / 100,
    centre: tenth(draws, -640, 640),
    offset: tenth(draws, -100, 100),
  }),
  real:
    ({ height, steepness, centre, offset }) =>
    (x) =>
      height / (1 + exp(-steepness * (x - centre))) + offset,
  describe: ({ height, steepness, centre, offset }, variable) =>
    `the logistic curve ${spoken(height)} divided by (1 plus e to the power of ` +
    `(${spoken(-steepness)} times (${lessBy(variable, centre)})))${moved(0, offset)}`,
  lower: ({ height, steepness, centre, offset }, x) => {
    const exponent = times(number(-steepness), minus(x, number(centre)));
    return plus(divided(number(height), plus(number(1), call("exp", exponent))), number(offset));
  },
  adjusted: (atom, { scaled, moved }) => ({
    ...atom,
    height: scaled(atom.height),
    offset: moved(atom.offset),
  }),
  magnitude: ({ height, steepness, centre, offset }, x) =>
    Math.abs(height) * (1 + Math.abs(steepness) * (Math.abs(x) + Math.abs(centre))) +
    Math.abs(offset),
  form: ({ steepness, centre }) => ({ class: "sigmoid", speed: steepness / 2, centre }),
  afterLine: "same",
};
