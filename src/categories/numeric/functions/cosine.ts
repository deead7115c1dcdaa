import * as z from "zod";
import { cos } from "../../../core/index.ts";
import { moved, spoken } from "./english.ts";
import type { NumericFamily, Shape } from "./family.ts";
import { adjustedWave, lowerWave, sampleWave, waveOf, waveShape, waveMagnitude } from "./wave.ts";

const schema = z.strictObject({ kind: z.literal("cosine"), ...waveShape });

/** x ↦ amplitude·cos(2π(x − shift)/period) + offset */
export type Cosine = Shape<typeof schema>;

/** x ↦ amplitude·cos(2π(x − shift)/period) + offset */
export const cosine: NumericFamily<Cosine> = {
  kind: "cosine",
  origin: "released",
  schema,
  sample: (draws) => ({ kind: "cosine", ...sampleWave(draws) }),
  real: (atom) => waveOf(atom, cos),
  describe: ({ amplitude, period, shift, offset }, variable) =>
    `a cosine wave in ${variable} with amplitude ${spoken(amplitude)} and period ${spoken(period)}` +
    moved(shift, offset),
  lower: (atom, x) => lowerWave(atom, "cos", x),
  adjusted: adjustedWave,
  magnitude: waveMagnitude,
  form: ({ period }) => ({ class: "wave", period }),
  afterLine: "same",
};
