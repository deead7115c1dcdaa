import { rounded } from "../decimals.ts";
import type { Sketch } from "./sketch.ts";
import type { Run } from "./straight-runs.ts";

/** A straight stretch between two inputs at which it was seen. */
export interface Segment {
  readonly from: number;
  readonly to: number;
  readonly slope: number;
  readonly intercept: number;
}

/** Decimal places up to which a slope or intercept is tried as a short decimal. */
const PLACES = 6;

/** A run as a line, with a slope and an intercept as short as its points allow. */
export function segmentOf({ view: { xs, ys }, slack }: Sketch, { first, last }: Run): Segment {
  const [from = 0, to = 0, y0 = 0, y1 = 0] = [xs[first], xs[last], ys[first], ys[last]];
  const slope = (y1 - y0) / (to - from);
  const raw = { from, to, slope, intercept: y0 - slope * from };
  for (let places = 0; places <= PLACES; places += 1) {
    const short = rounded(slope, places);
    const intercept = rounded(y0 - short * from, places);
    const holds = [first, last, (first + last) >> 1].every((i) => {
      const y = ys[i] ?? NaN;
      return Math.abs(short * (xs[i] ?? 0) + intercept - y) <= 10 * slack(i);
    });
    if (holds) return { from, to, slope: short, intercept };
  }
  return raw;
}
