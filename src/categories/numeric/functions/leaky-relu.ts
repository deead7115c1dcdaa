import * as z from "zod";
import { lessBy, spoken, withOffset } from "./english.ts";
import { choice, compare, number, plus, times } from "./expression.ts";
import { one } from "./form-class.ts";
import type { NumericFamily, Shape } from "./family.ts";
import { finite } from "./number-schema.ts";
import { nonzeroTenth, tenth } from "./sampling.ts";

const schema = z.strictObject({
  kind: z.literal("leaky-relu"),
  slope: finite,
  leak: finite,
  offset: finite,
});

/** x ↦ slope·x + offset right of 0, slope·leak·x + offset elsewhere */
export type LeakyRelu = Shape<typeof schema>;

/** x ↦ slope·x + offset right of 0, slope·leak·x + offset elsewhere */
export const leakyRelu: NumericFamily<LeakyRelu> = {
  kind: "leaky-relu",
  origin: "released",
  schema,
  sample: (draws) => ({
    kind: "leaky-relu",
    slope: nonzeroTenth(draws, 300),
    leak: tenth(draws, 0, 9),
    offset: tenth(draws, -100, 100),
  }),
  real:
    ({ slope, leak, offset }) =>
    (x) =>
      slope * (x > 0 ? x : leak * x) + offset,
  describe: (atom, variable) => describeLeakyRelu(atom, variable, "0"),
  describeAt: (atom, variable, at) =>
    describeLeakyRelu(atom, lessBy(variable, at), `${variable} = ${spoken(at)}`),
  lower: ({ slope, leak, offset }, x) => {
    const leaked = choice(compare(x, ">", number(0)), x, times(number(leak), x));
    return plus(times(number(slope), leaked), number(offset));
  },
  breaks: () => [0],
  coefficients: ({ slope, leak, offset }) => (leak === 1 ? [offset, slope] : null),
  adjusted: (atom, { scaled, moved }) => ({
    ...atom,
    slope: scaled(atom.slope),
    offset: moved(atom.offset),
  }),
  magnitude: ({ slope, offset }, x) => Math.abs(slope) * Math.abs(x) + Math.abs(offset),
  form: () => ({ class: "columns", own: [Math.abs], rest: [one, (x) => x] }),
  afterLine: "kink",
};

function describeLeakyRelu(
  { slope, leak, offset }: LeakyRelu,
  operand: string,
  kink: string,
): string {
  return withOffset(
    `a leaky ReLU of ${operand} with slope ${spoken(slope)} right of ${kink} ` +
      `and ${spoken(leak)} times that slope left of ${kink}`,
    offset,
  );
}
