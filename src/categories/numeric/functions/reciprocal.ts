import * as z from "zod";
import { spoken } from "./english.ts";
import { divided, number, times } from "./expression.ts";
import type { NumericFamily, Shape } from "./family.ts";
import { nonzero } from "./number-schema.ts";
import { nonzeroTenth } from "./sampling.ts";

const schema = z.strictObject({ kind: z.literal("reciprocal"), scale: nonzero });

/** x ↦ 1/(scale·x); undefined at 0 */
export type Reciprocal = Shape<typeof schema>;

/** x ↦ 1/(scale·x) */
export const reciprocal: NumericFamily<Reciprocal> = {
  kind: "reciprocal",
  origin: "released",
  schema,
  sample: (draws) => ({ kind: "reciprocal", scale: nonzeroTenth(draws, 100) }),
  real:
    ({ scale }) =>
    (x) =>
      1 / (scale * x),
  describe: ({ scale }, variable) =>
    `1 divided by the product of ${spoken(scale)} and ${variable} ` +
    `(without a value where ${variable} is 0)`,
  lower: ({ scale }, x) => divided(number(1), times(number(scale), x)),
  breaks: () => [0],
  magnitude: ({ scale }, x) => 1 / Math.abs(scale * x),
  form: () => ({ class: "columns", own: [(x) => 1 / x], rest: [] }),
  afterLine: "jump",
};
