import * as z from "zod";
import { call } from "./expression.ts";
import { multiples } from "./break-window.ts";
import type { NumericFamily, Shape } from "./family.ts";

const schema = z.strictObject({ kind: z.literal("floor") });

/** x ↦ the largest whole number ≤ x */
export type Floor = Shape<typeof schema>;

/** x ↦ the largest whole number ≤ x */
export const floor: NumericFamily<Floor> = {
  kind: "floor",
  origin: "part",
  schema,
  sample: () => ({ kind: "floor" }),
  real: () => Math.floor,
  describe: (_atom, variable) => `${variable} rounded down to a whole number`,
  lower: (_atom, x) => call("floor", x),
  breaks: (_atom, window) => multiples(1, 0, window),
  magnitude: (_atom, x) => Math.abs(x) + 1,
  form: () => ({ class: "fixed", of: Math.floor }),
  afterLine: "rounding",
};
