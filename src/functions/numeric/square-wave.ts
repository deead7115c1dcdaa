import * as z from "zod";
import { sin, TAU } from "../../core/index.ts";
import { moved, spoken } from "./english.ts";
import { call, choice, compare, divided, fullTurn, minus, number, times } from "./expression.ts";
import type { NumericFamily } from "./family.ts";
import { finite, nonzero } from "./number-schema.ts";
import { tenth } from "./sampling.ts";
import type { SquareWave } from "./spec.ts";

/** x ↦ 1 where sin(2π(x − shift)/period) > 0, −1 elsewhere */
export const squareWave: NumericFamily<SquareWave> = {
  kind: "square-wave",
  sample: (draws) => ({
    kind: "square-wave",
    period: tenth(draws, 10, 100),
    shift: tenth(draws, -50, 50),
  }),
  real: ({ period, shift }) => {
    const speed = TAU / period;
    return (x) => (sin((x - shift) * speed) > 0 ? 1 : -1);
  },
  describe: ({ period, shift }, variable) =>
    `a square wave in ${variable} with period ${spoken(period)}: 1 in the first half of each ` +
    `period from 0 on and minus 1 in the second half${moved(shift, 0)}`,
  lower: ({ period, shift }, x) => {
    const angle = times(minus(x, number(shift)), divided(fullTurn, number(period)));
    return choice(compare(call("sin", angle), ">", number(0)), number(1), number(-1));
  },
};

/** A square wave as data. */
export const squareWaveSchema = z.strictObject({
  kind: z.literal("square-wave"),
  period: nonzero,
  shift: finite,
});
