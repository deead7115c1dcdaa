import * as z from "zod";
import { sin, TAU } from "../../../core/index.ts";
import { moved, spoken } from "./english.ts";
import { call, choice, compare, divided, fullTurn, minus, number, times } from "./expression.ts";
import type { Expression, Name } from "./expression.ts";
import { multiples } from "./break-window.ts";
import type { NumericFamily, Shape } from "./family.ts";
import { finite, nonzero } from "./number-schema.ts";
import { tenth } from "./sampling.ts";

/**
 * Parts of 1 in which exact waves are counted. 40 is a sum of two powers of 2: the double nearest to
 * m/40, times 40, is then m to the last bit, as that of m/10 times 10 is
 * (Goldberg, What Every Computer Scientist Should Know About Floating-Point Arithmetic, theorem 7).
 */
const PARTS = 40;
/** A quarter of a tenth: no half begins at a tenth or twentieth, nor at their sums. */
const OFF_TENTHS = 1;

const schema = z
  .strictObject({
    kind: z.literal("square-wave"),
    period: nonzero,
    shift: finite,
    exact: z.literal(true, { error: "`true`, or nothing" }).exactOptional(),
  })
  .refine(({ period, exact }) => exact === undefined || period > 0, {
    path: ["period"],
    error: "a number above 0 for an exact wave",
  });

/**
 * x ↦ 1 in the first half of each period from `shift` on, −1 in the second. An `exact` one is 1 where
 * ⌊2(x − shift)/period⌋ is even, so that each half begins with its start; any other is 1 where
 * sin(2π(x − shift)/period) > 0, as released, and rounding decides at the starts.
 */
export type SquareWave = Shape<typeof schema>;

/** x ↦ 1 in the first half of each period from `shift` on, −1 in the second */
export const squareWave: NumericFamily<SquareWave> = {
  kind: "square-wave",
  origin: "released",
  schema,
  sample: (draws) => ({
    kind: "square-wave",
    period: tenth(draws, 10, 100),
    shift: (4 * draws.integer(-50, 50) + OFF_TENTHS) / PARTS,
    exact: true,
  }),
  real: (atom) => (atom.exact === true ? countedHalves(atom) : signOfSine(atom)),
  describe: ({ period, shift, exact }, variable) =>
    `a square wave in ${variable} with period ${spoken(period)}: 1 in the first half of each ` +
    `period from 0 on and minus 1 in the second half` +
    (exact === true ? ", each half with its start" : "") +
    moved(shift, 0),
  lower: (atom, x, bind) => (atom.exact === true ? lowerHalves(atom, x, bind) : lowerSign(atom, x)),
  breaks: (atom, window) => {
    const half = Math.abs(atom.period) / 2;
    if (atom.exact !== true) return multiples(half, atom.shift, window);
    return multiples(half, atom.shift, window, (k) => startOfHalf(atom, k));
  },
  magnitude: () => 1,
  form: ({ period, shift }) => ({ class: "square-wave", period, shift }),
  afterLine: "same",
};

function signOfSine({ period, shift }: SquareWave): (x: number) => number {
  const speed = TAU / period;
  return (x) => (sin((x - shift) * speed) > 0 ? 1 : -1);
}

function lowerSign({ period, shift }: SquareWave, x: Name): Expression {
  const angle = times(minus(x, number(shift)), divided(fullTurn, number(period)));
  return choice(compare(call("sin", angle), ">", number(0)), number(1), number(-1));
}

/** 1 where the number of halves since the shift is even, −1 where it is odd. */
function countedHalves(atom: SquareWave): (x: number) => number {
  const { start, half } = inParts(atom);
  return (x) => {
    const halves = Math.floor((PARTS * x - start) / half);
    return 1 - 2 * (halves - 2 * Math.floor(halves / 2));
  };
}

function lowerHalves(atom: SquareWave, x: Name, bind: (value: Expression) => Name): Expression {
  const { start, half } = inParts(atom);
  const since = minus(times(number(PARTS), x), number(start));
  const halves = bind(call("floor", divided(since, number(half))));
  const pairs = times(number(2), call("floor", divided(halves, number(2))));
  return minus(number(1), times(number(2), minus(halves, pairs)));
}

/** The shift and half of the period in parts: whole numbers where they are short decimals. */
function inParts({ period, shift }: SquareWave): { readonly start: number; readonly half: number } {
  return { start: PARTS * shift, half: (PARTS / 2) * period };
}

/** Where the halves of an exact wave begin: the k-th from the shift on. */
function startOfHalf(atom: SquareWave, k: number): number {
  const { start, half } = inParts(atom);
  return (start + k * half) / PARTS;
}
