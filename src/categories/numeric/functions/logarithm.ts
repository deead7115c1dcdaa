import * as z from "zod";
import { ln } from "../../../core/index.ts";
import { spoken, withOffset } from "./english.ts";
import { call, divided, number, plus, times } from "./expression.ts";
import { one } from "./form-class.ts";
import type { NumericFamily, Shape } from "./family.ts";
import { finite, positive } from "./number-schema.ts";
import { nonzeroTenth, tenth } from "./sampling.ts";

const schema = z.strictObject({
  kind: z.literal("logarithm"),
  scale: finite,
  base: positive.refine((base) => base !== 1, { error: "a base above 0 other than 1" }),
  offset: finite,
});

/** x ↦ scale·log_base(x) + offset; undefined for x ≤ 0 */
export type Logarithm = Shape<typeof schema>;

/** x ↦ scale·log_base(x) + offset */
export const logarithm: NumericFamily<Logarithm> = {
  kind: "logarithm",
  origin: "released",
  schema,
  sample: (draws) => ({
    kind: "logarithm",
    scale: nonzeroTenth(draws, 300),
    base: tenth(draws, 11, 92),
    offset: tenth(draws, -100, 100),
  }),
  real: ({ scale, base, offset }) => {
    const unit = ln(base);
    return (x) => scale * (ln(x) / unit) + offset;
  },
  describe: ({ scale, base, offset }, variable) => {
    const text = `${spoken(scale)} times the logarithm of ${variable} to base ${base}`;
    return `${withOffset(text, offset)} (without a value where ${variable} is 0 or below)`;
  },
  lower: ({ scale, base, offset }, x) =>
    plus(times(number(scale), divided(call("ln", x), call("ln", number(base)))), number(offset)),
  breaks: () => [0],
  adjusted: (atom, { scaled, moved }) => ({
    ...atom,
    scale: scaled(atom.scale),
    offset: moved(atom.offset),
  }),
  magnitude: ({ scale, offset }) => Math.abs(scale) * 800 + Math.abs(offset),
  form: (atom) => ({
    class: "columns",
    own: [logarithm.real({ ...atom, scale: 1, offset: 0 })],
    rest: [one],
  }),
  afterLine: "jump",
};
