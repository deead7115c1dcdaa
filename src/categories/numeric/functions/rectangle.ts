import * as z from "zod";
import { spoken } from "./english.ts";
import { call, choice, compare, number } from "./expression.ts";
import type { NumericFamily, Shape } from "./family.ts";
import { nonnegative } from "./number-schema.ts";
import { tenth } from "./sampling.ts";

const schema = z.strictObject({
  kind: z.literal("rectangle"),
  width: nonnegative,
});

/** x ↦ 1 where |x| ≤ width/2, 0 elsewhere */
export type Rectangle = Shape<typeof schema>;

/** x ↦ 1 where |x| ≤ width/2, 0 elsewhere */
export const rectangle: NumericFamily<Rectangle> = {
  kind: "rectangle",
  origin: "released",
  schema,
  sample: (draws) => ({ kind: "rectangle", width: tenth(draws, 10, 95) }),
  real: ({ width }) => {
    const half = width / 2;
    return (x) => (Math.abs(x) <= half ? 1 : 0);
  },
  describe: (atom, variable) => describeRectangle(atom, variable, 0),
  describeAt: describeRectangle,
  lower: ({ width }, x) =>
    choice(compare(call("abs", x), "<=", number(width / 2)), number(1), number(0)),
  breaks: ({ width }) => [-width / 2, width / 2],
  magnitude: () => 1,
  form: ({ width }) => ({ class: "pulse", width }),
  afterLine: "pulse",
};

function describeRectangle({ width }: Rectangle, variable: string, at: number): string {
  return (
    `a rectangular pulse in ${variable} of width ${width} and height 1, centred on ${spoken(at)} ` +
    `(1 at both edges, 0 elsewhere)`
  );
}
