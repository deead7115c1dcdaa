import type { Inquiry } from "../inquiry.ts";
import type { Sketch } from "./sketch.ts";

/** How far beside a kink it is asked, relative to the distance of the next point. */
const BESIDE = 0.02;

/**
 * Both sides of the points in which runs meet, those with the widest surroundings first. Where a
 * line bends there and back, the lines before and after it meet beside both bends, on the function
 * itself: a point in which they meet is no proof of a kink, its two sides are.
 */
export function hingeQuestions(
  { runs, view: { xs } }: Sketch,
  { from, to }: Inquiry["domain"],
): readonly number[] {
  return runs
    .flatMap(({ first }, i) => {
      const [left, at, right] = [xs[first - 1], xs[first], xs[first + 1]];
      if (runs[i - 1]?.last !== first || left === undefined || right === undefined) return [];
      if (at === undefined || at < from || at > to) return [];
      const [before, after] = [at - left, right - at];
      const isLeftChecked = before <= 2 * BESIDE * (at - (xs[first - 2] ?? -Infinity));
      const isRightChecked = after <= 2 * BESIDE * ((xs[first + 2] ?? Infinity) - at);
      if (isLeftChecked && isRightChecked) return [];
      return [{ room: before + after, asked: [at - BESIDE * before, at + BESIDE * after] }];
    })
    .toSorted((a, b) => b.room - a.room)
    .flatMap(({ asked }) => asked);
}
