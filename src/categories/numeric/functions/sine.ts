import * as z from "zod";
import { sin } from "../../../core/index.ts";
import { moved, spoken } from "./english.ts";
import type { NumericFamily } from "./family.ts";
import type { Sine } from "./spec.ts";
import { lowerWave, sampleWave, waveOf, waveShape } from "./wave.ts";

/** x ↦ amplitude·sin(2π(x − shift)/period) + offset */
export const sine: NumericFamily<Sine> = {
  kind: "sine",
  sample: (draws) => ({ kind: "sine", ...sampleWave(draws) }),
  real: (atom) => waveOf(atom, sin),
  describe: ({ amplitude, period, shift, offset }, variable) =>
    `a sine wave in ${variable} with amplitude ${spoken(amplitude)} and period ${spoken(period)}` +
    moved(shift, offset),
  lower: (atom, x) => lowerWave(atom, "sin", x),
};

/** A sine as data. */
export const sineSchema = z.strictObject({ kind: z.literal("sine"), ...waveShape });
