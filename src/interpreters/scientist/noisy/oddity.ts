import { roundingOf } from "./noise.ts";
import type { Sample } from "./sample.ts";
import type { Shape } from "./shape.ts";

/** Answers off whole numbers that are counted. */
const MOST_ODD = 4;
/** What each of them takes off, in nats. */
const LOSS = 20;
/** The most that a member loses. */
export const MOST_LOST = MOST_ODD * LOSS;

/** What a member of a shape loses for answers whose distance from it is no whole number, in nats. */
export function oddityIn({ xs, ys }: Sample): (shape: Shape, factors: readonly number[]) => number {
  // Most laws have their details around 0: a wrong one is found out there first.
  const order = [...xs.keys()].toSorted((a, b) => Math.abs(xs[a] ?? 0) - Math.abs(xs[b] ?? 0));
  return ({ base, columns }, factors) => {
    let odd = 0;
    for (const i of order) {
      const x = xs[i] ?? NaN;
      const y = ys[i] ?? NaN;
      let gap = y - (base?.(x) ?? 0);
      for (let k = 0; k < columns.length; k += 1) gap -= (factors[k] ?? 0) * (columns[k]?.(x) ?? 0);
      if (Math.abs(gap - Math.round(gap)) > roundingOf(y)) odd += 1;
      if (odd === MOST_ODD) break;
    }
    return LOSS * odd;
  };
}
