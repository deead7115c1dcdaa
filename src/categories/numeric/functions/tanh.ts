import * as z from "zod";
import { TAU, tanh as tanhOf } from "../../../core/index.ts";
import { moved, spoken } from "./english.ts";
import type { NumericFamily, Shape } from "./family.ts";
import { adjustedWave, lowerWave, sampleWave, waveOf, waveShape, waveMagnitude } from "./wave.ts";

const schema = z.strictObject({ kind: z.literal("tanh"), ...waveShape });

/** x ↦ amplitude·tanh(2π(x − shift)/period) + offset */
export type Tanh = Shape<typeof schema>;

/** x ↦ amplitude·tanh(2π(x − shift)/period) + offset */
export const tanh: NumericFamily<Tanh> = {
  kind: "tanh",
  origin: "released",
  schema,
  sample: (draws) => ({ kind: "tanh", ...sampleWave(draws) }),
  real: (atom) => waveOf(atom, tanhOf),
  describe: ({ amplitude, period, shift, offset }, variable) =>
    `the curve ${spoken(amplitude)} times tanh of (2π${variable} divided by ${spoken(period)})` +
    moved(shift, offset),
  lower: (atom, x) => lowerWave(atom, "tanh", x),
  adjusted: adjustedWave,
  magnitude: waveMagnitude,
  form: ({ period, shift }) => ({ class: "sigmoid", speed: TAU / period, centre: shift }),
  afterLine: "same",
};
