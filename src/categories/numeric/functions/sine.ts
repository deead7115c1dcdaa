import * as z from "zod";
import { sin } from "../../../core/index.ts";
import { moved, spoken } from "./english.ts";
import type { NumericFamily, Shape } from "./family.ts";
import { adjustedWave, lowerWave, sampleWave, waveOf, waveShape, waveMagnitude } from "./wave.ts";

const schema = z.strictObject({ kind: z.literal("sine"), ...waveShape });

/** x ↦ amplitude·sin(2π(x − shift)/period) + offset */
export type Sine = Shape<typeof schema>;

/** x ↦ amplitude·sin(2π(x − shift)/period) + offset */
export const sine: NumericFamily<Sine> = {
  kind: "sine",
  origin: "released",
  schema,
  sample: (draws) => ({ kind: "sine", ...sampleWave(draws) }),
  real: (atom) => waveOf(atom, sin),
  describe: ({ amplitude, period, shift, offset }, variable) =>
    `a sine wave in ${variable} with amplitude ${spoken(amplitude)} and period ${spoken(period)}` +
    moved(shift, offset),
  lower: (atom, x) => lowerWave(atom, "sin", x),
  adjusted: adjustedWave,
  magnitude: waveMagnitude,
  form: ({ period }) => ({ class: "wave", period }),
  afterLine: "same",
};
