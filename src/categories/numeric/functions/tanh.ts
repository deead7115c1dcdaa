import * as z from "zod";
import { tanh as tanhOf } from "../../../core/index.ts";
import { moved, spoken } from "./english.ts";
import type { NumericFamily } from "./family.ts";
import type { Tanh } from "./spec.ts";
import { lowerWave, sampleWave, waveOf, waveShape } from "./wave.ts";

/** x ↦ amplitude·tanh(2π(x − shift)/period) + offset */
export const tanh: NumericFamily<Tanh> = {
  kind: "tanh",
  sample: (draws) => ({ kind: "tanh", ...sampleWave(draws) }),
  real: (atom) => waveOf(atom, tanhOf),
  describe: ({ amplitude, period, shift, offset }, variable) =>
    `the curve ${spoken(amplitude)} times tanh of (2π${variable} divided by ${spoken(period)})` +
    moved(shift, offset),
  lower: (atom, x) => lowerWave(atom, "tanh", x),
};

/** A hyperbolic tangent as data. */
export const tanhSchema = z.strictObject({ kind: z.literal("tanh"), ...waveShape });
