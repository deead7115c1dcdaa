import * as z from "zod";
import { exp } from "../../../core/index.ts";
import { spoken, withOffset } from "./english.ts";
import { call, number, plus, times } from "./expression.ts";
import type { NumericFamily, Shape } from "./family.ts";
import { geometric, one } from "./form-class.ts";
import type { Extent, FormClass } from "./form-class.ts";
import { finite } from "./number-schema.ts";
import { nonzeroTenth, slowRate, tenth } from "./sampling.ts";

const schema = z.strictObject({
  kind: z.literal("exponential"),
  scale: finite,
  rate: finite,
  offset: finite,
});

/** x ↦ scale·exp(rate·x) + offset */
export type Exponential = Shape<typeof schema>;

/** x ↦ scale·exp(rate·x) + offset */
export const exponential: NumericFamily<Exponential> = {
  kind: "exponential",
  origin: "own",
  schema,
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
  adjusted: (atom, { scaled, moved }) => ({
    ...atom,
    scale: scaled(atom.scale),
    offset: moved(atom.offset),
  }),
  magnitude: ({ scale, rate, offset }, x) =>
    Math.abs(scale) * exp(rate * x) * (1 + Math.abs(rate * x)) + Math.abs(offset),
  form: ({ rate }, extent) => formOf(rate, extent),
  afterLine: "same",
};

/** Curves scale·exp(rate·x) + offset that are not straight where the points are. */
function formOf(rate: number, { from, to, length }: Extent): FormClass {
  const [low, high] = [-600 / length, 600 / length];
  const apart = Math.min(Math.abs(rate), 0.5 / length);
  return {
    class: "curves",
    parameters: [{ value: rate, low, high, step: 1 / length, apart }],
    own: ([each = rate]) => {
      const anchor = each > 0 ? to : from;
      return [(x) => exp(each * (x - anchor))];
    },
    rest: [one],
    tries: geometric(0.5 / length, 1.35, 24).flatMap((each) => [[each], [-each]]),
  };
}
