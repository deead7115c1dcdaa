import * as z from "zod";
import { call } from "./expression.ts";
import type { NumericFamily } from "./family.ts";
import type { Floor } from "./spec.ts";

/** x ↦ the largest whole number ≤ x */
export const floor: NumericFamily<Floor> = {
  kind: "floor",
  sample: () => ({ kind: "floor" }),
  real: () => Math.floor,
  describe: (_atom, variable) => `${variable} rounded down to a whole number`,
  lower: (_atom, x) => call("floor", x),
};

/** Rounding down as data. */
export const floorSchema = z.strictObject({ kind: z.literal("floor") });
