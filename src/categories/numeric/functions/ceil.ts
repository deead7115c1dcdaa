import * as z from "zod";
import { call } from "./expression.ts";
import { multiples } from "./break-window.ts";
import type { NumericFamily, Shape } from "./family.ts";

const schema = z.strictObject({ kind: z.literal("ceil") });

/** x ↦ the smallest whole number ≥ x */
export type Ceil = Shape<typeof schema>;

/** x ↦ the smallest whole number ≥ x */
export const ceil: NumericFamily<Ceil> = {
  kind: "ceil",
  origin: "part",
  schema,
  sample: () => ({ kind: "ceil" }),
  real: () => Math.ceil,
  describe: (_atom, variable) => `${variable} rounded up to a whole number`,
  lower: (_atom, x) => call("ceil", x),
  breaks: (_atom, window) => multiples(1, 0, window),
  magnitude: (_atom, x) => Math.abs(x) + 1,
  form: () => ({ class: "fixed", of: Math.ceil }),
  afterLine: "rounding",
};
