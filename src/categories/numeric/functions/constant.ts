import * as z from "zod";
import { spoken } from "./english.ts";
import { number } from "./expression.ts";
import type { NumericFamily, Shape } from "./family.ts";
import { finite } from "./number-schema.ts";
import { nonzeroInteger } from "./sampling.ts";

const schema = z.strictObject({ kind: z.literal("constant"), value: finite });

/** x ↦ value */
export type Constant = Shape<typeof schema>;

/** The same value everywhere. */
export const constant: NumericFamily<Constant> = {
  kind: "constant",
  origin: "released",
  schema,
  sample: (draws) => ({ kind: "constant", value: nonzeroInteger(draws, 100) }),
  real:
    ({ value }) =>
    () =>
      value,
  describe: ({ value }) => `the constant ${spoken(value)}`,
  lower: ({ value }) => number(value),
  coefficients: ({ value }) => [value],
  adjusted: (atom, { moved }) => ({ ...atom, value: moved(atom.value) }),
  magnitude: ({ value }) => Math.abs(value),
  form: () => ({ class: "powers", degree: 0 }),
  afterLine: "same",
};
