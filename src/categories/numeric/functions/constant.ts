import * as z from "zod";
import { spoken } from "./english.ts";
import { number } from "./expression.ts";
import type { NumericFamily } from "./family.ts";
import { finite } from "./number-schema.ts";
import { nonzeroInteger } from "./sampling.ts";
import type { Constant } from "./spec.ts";

/** The same value everywhere. */
export const constant: NumericFamily<Constant> = {
  kind: "constant",
  sample: (draws) => ({ kind: "constant", value: nonzeroInteger(draws, 100) }),
  real:
    ({ value }) =>
    () =>
      value,
  describe: ({ value }) => `the constant ${spoken(value)}`,
  lower: ({ value }) => number(value),
};

/** A constant as data. */
export const constantSchema = z.strictObject({ kind: z.literal("constant"), value: finite });
