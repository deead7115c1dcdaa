import * as z from "zod";
import { exp, sin, TAU } from "../../../core/index.ts";
import { moved, spoken } from "./english.ts";
import { call, divided, fullTurn, minus, number, plus, times } from "./expression.ts";
import type { NumericFamily, Shape } from "./family.ts";
import { finite, nonnegative, nonzero } from "./number-schema.ts";
import { nonzeroTenth, slowRate, tenth } from "./sampling.ts";
import { adjustedWave, waveMagnitude } from "./wave.ts";

const schema = z.strictObject({
  kind: z.literal("damped-sine"),
  amplitude: finite,
  period: nonzero,
  shift: finite,
  decay: nonnegative,
  offset: finite,
});

/** x ↦ amplitude·exp(−decay·|x|)·sin(2π(x − shift)/period) + offset */
export type DampedSine = Shape<typeof schema>;

/** x ↦ amplitude·exp(−decay·|x|)·sin(2π(x − shift)/period) + offset */
export const dampedSine: NumericFamily<DampedSine> = {
  kind: "damped-sine",
  origin: "own",
  schema,
  sample: (draws) => ({
    kind: "damped-sine",
    amplitude: nonzeroTenth(draws, 100),
    period: tenth(draws, 20, 400),
    shift: tenth(draws, 1, 62),
    decay: slowRate(draws),
    offset: tenth(draws, -100, 100),
  }),
  real: ({ amplitude, period, shift, decay, offset }) => {
    const speed = TAU / period;
    return (x) => amplitude * exp(-decay * Math.abs(x)) * sin(speed * (x - shift)) + offset;
  },
  describe: ({ amplitude, period, shift, decay, offset }, variable) =>
    `a damped sine wave in ${variable}, the product of a sine wave with amplitude ` +
    `${spoken(amplitude)} and period ${spoken(period)}${moved(shift, 0)}, and of e to the power ` +
    `of minus (${decay} times the absolute value of ${variable})` +
    (offset === 0 ? "" : `; all of it${moved(0, offset)}`),
  lower: ({ amplitude, period, shift, decay, offset }, x) => {
    const fading = call("exp", times(number(-decay), call("abs", x)));
    const angle = times(divided(fullTurn, number(period)), minus(x, number(shift)));
    const wave = times(times(number(amplitude), fading), call("sin", angle));
    return plus(wave, number(offset));
  },
  breaks: ({ decay }) => (decay === 0 ? [] : [0]),
  adjusted: adjustedWave,
  magnitude: waveMagnitude,
  form: ({ period, decay }) => ({ class: "damped-wave", period, decay }),
  afterLine: "jump",
};
