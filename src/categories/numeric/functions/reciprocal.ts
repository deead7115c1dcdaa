import * as z from "zod";
import { spoken } from "./english.ts";
import { divided, number, times } from "./expression.ts";
import type { NumericFamily } from "./family.ts";
import { nonzero } from "./number-schema.ts";
import { nonzeroTenth } from "./sampling.ts";
import type { Reciprocal } from "./spec.ts";

/** x ↦ 1/(scale·x) */
export const reciprocal: NumericFamily<Reciprocal> = {
  kind: "reciprocal",
  sample: (draws) => ({ kind: "reciprocal", scale: nonzeroTenth(draws, 100) }),
  real:
    ({ scale }) =>
    (x) =>
      1 / (scale * x),
  describe: ({ scale }, variable) =>
    `1 divided by the product of ${spoken(scale)} and ${variable} ` +
    `(without a value where ${variable} is 0)`,
  lower: ({ scale }, x) => divided(number(1), times(number(scale), x)),
};

/** A reciprocal as data. */
export const reciprocalSchema = z.strictObject({ kind: z.literal("reciprocal"), scale: nonzero });
