import * as z from "zod";
import { call } from "./expression.ts";
import type { NumericFamily } from "./family.ts";
import type { Ceil } from "./spec.ts";

/** x ↦ the smallest whole number ≥ x */
export const ceil: NumericFamily<Ceil> = {
  kind: "ceil",
  sample: () => ({ kind: "ceil" }),
  real: () => Math.ceil,
  describe: (_atom, variable) => `${variable} rounded up to a whole number`,
  lower: (_atom, x) => call("ceil", x),
};

/** Rounding up as data. */
export const ceilSchema = z.strictObject({ kind: z.literal("ceil") });
