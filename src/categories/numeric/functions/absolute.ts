import * as z from "zod";
import { lessBy, spoken, withOffset } from "./english.ts";
import { call, number, plus, times } from "./expression.ts";
import type { NumericFamily } from "./family.ts";
import { finite } from "./number-schema.ts";
import { nonzeroTenth, tenth } from "./sampling.ts";
import type { Absolute } from "./spec.ts";

/** x ↦ slope·|x| + offset */
export const absolute: NumericFamily<Absolute> = {
  kind: "absolute",
  sample: (draws) => ({
    kind: "absolute",
    slope: nonzeroTenth(draws, 300),
    offset: tenth(draws, -100, 100),
  }),
  real:
    ({ slope, offset }) =>
    (x) =>
      slope * Math.abs(x) + offset,
  describe: (atom, variable) => describeAbsolute(atom, variable),
  describeAt: (atom, variable, at) => describeAbsolute(atom, `(${lessBy(variable, at)})`),
  lower: ({ slope, offset }, x) => plus(times(number(slope), call("abs", x)), number(offset)),
};

/** An absolute value as data. */
export const absoluteSchema = z.strictObject({
  kind: z.literal("absolute"),
  slope: finite,
  offset: finite,
});

function describeAbsolute({ slope, offset }: Absolute, variable: string): string {
  return withOffset(`${spoken(slope)} times the absolute value of ${variable}`, offset);
}
