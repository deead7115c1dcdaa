import * as z from "zod";
import { cos } from "../../../core/index.ts";
import { moved, spoken } from "./english.ts";
import type { NumericFamily } from "./family.ts";
import type { Cosine } from "./spec.ts";
import { lowerWave, sampleWave, waveOf, waveShape } from "./wave.ts";

/** x ↦ amplitude·cos(2π(x − shift)/period) + offset */
export const cosine: NumericFamily<Cosine> = {
  kind: "cosine",
  sample: (draws) => ({ kind: "cosine", ...sampleWave(draws) }),
  real: (atom) => waveOf(atom, cos),
  describe: ({ amplitude, period, shift, offset }, variable) =>
    `a cosine wave in ${variable} with amplitude ${spoken(amplitude)} and period ${spoken(period)}` +
    moved(shift, offset),
  lower: (atom, x) => lowerWave(atom, "cos", x),
};

/** A cosine as data. */
export const cosineSchema = z.strictObject({ kind: z.literal("cosine"), ...waveShape });
