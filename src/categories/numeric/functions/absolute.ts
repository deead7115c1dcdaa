import * as z from "zod";
import { lessBy, spoken, withOffset } from "./english.ts";
import { call, number, plus, times } from "./expression.ts";
import { one } from "./form-class.ts";
import type { NumericFamily, Shape } from "./family.ts";
import { finite } from "./number-schema.ts";
import { nonzeroTenth, tenth } from "./sampling.ts";

const schema = z.strictObject({
  kind: z.literal("absolute"),
  slope: finite,
  offset: finite,
});

/** x ↦ slope·|x| + offset */
export type Absolute = Shape<typeof schema>;

/** x ↦ slope·|x| + offset */
export const absolute: NumericFamily<Absolute> = {
  kind: "absolute",
  origin: "released",
  schema,
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
  breaks: () => [0],
  adjusted: (atom, { scaled, moved }) => ({
    ...atom,
    slope: scaled(atom.slope),
    offset: moved(atom.offset),
  }),
  magnitude: ({ slope, offset }, x) => Math.abs(slope) * Math.abs(x) + Math.abs(offset),
  form: () => ({ class: "columns", own: [Math.abs], rest: [one] }),
  afterLine: "kink",
};

function describeAbsolute({ slope, offset }: Absolute, variable: string): string {
  return withOffset(`${spoken(slope)} times the absolute value of ${variable}`, offset);
}
