import * as z from "zod";
import { spoken } from "./english.ts";
import { choice, compare, number, plus, times } from "./expression.ts";
import { one } from "./form-class.ts";
import type { NumericFamily, Shape } from "./family.ts";
import { finite } from "./number-schema.ts";
import { nonzeroTenth, tenth } from "./sampling.ts";

const schema = z.strictObject({
  kind: z.literal("step"),
  height: finite,
  atZero: finite,
  offset: finite,
});

/** x ↦ offset left of 0, height + offset right of 0, height·atZero + offset at 0 */
export type Step = Shape<typeof schema>;

/** x ↦ height·H(x) + offset, with H(0) = atZero (https://dlmf.nist.gov/1.16#iv) */
export const step: NumericFamily<Step> = {
  kind: "step",
  origin: "released",
  schema,
  sample: (draws) => ({
    kind: "step",
    height: nonzeroTenth(draws, 300),
    atZero: tenth(draws, -1000, 1000),
    offset: tenth(draws, -100, 100),
  }),
  real:
    ({ height, atZero, offset }) =>
    (x) =>
      height * (x > 0 ? 1 : x === 0 ? atZero : 0) + offset,
  describe: (atom, variable) => describeStep(atom, variable, 0),
  describeAt: describeStep,
  lower: ({ height, atZero, offset }, x) => {
    const atMost = choice(compare(x, "==", number(0)), number(atZero), number(0));
    const rise = choice(compare(x, ">", number(0)), number(1), atMost);
    return plus(times(number(height), rise), number(offset));
  },
  breaks: () => [0],
  adjusted: (atom, { scaled, moved }) => ({
    ...atom,
    height: scaled(atom.height),
    offset: moved(atom.offset),
  }),
  magnitude: ({ height, atZero, offset }, x) =>
    Math.abs(height) * (x === 0 ? 1 + Math.abs(atZero) : 1) + Math.abs(offset),
  form: () => ({
    class: "columns",
    own: [(x) => (x > 0 ? 1 : 0)],
    rest: [one, (x) => (x === 0 ? 1 : 0)],
  }),
  afterLine: "jump",
};

function describeStep({ height, atZero, offset }: Step, variable: string, at: number): string {
  const place = spoken(at);
  return (
    `a step in ${variable} that is ${spoken(offset)} left of ${place} and goes ` +
    `${height < 0 ? "down" : "up"} by ${Math.abs(height)} to the right of ${place} ` +
    `(at exactly ${place} it has changed by ${spoken(atZero)} times that)`
  );
}
