import type { View } from "../exact/view.ts";

/** Neighbouring points on one straight line, at least three, by their positions among all. */
export interface Run {
  readonly first: number;
  readonly last: number;
}

/** Positions between the ends of a run that are looked at when it is prolonged. */
const LOOKS = 6;

/**
 * The longest runs of points on one line, from left to right; two that follow each other share the
 * point at which they meet, if it was asked. `slack` is how far beside a line a point may lie.
 */
export function straightRuns(view: View, slack: (index: number) => number): readonly Run[] {
  const runs: Run[] = [];
  for (let first = 0; first + 2 < view.xs.length;) {
    let last = first + 1;
    while (last + 1 < view.xs.length && isStraight(view, first, last + 1, slack)) last += 1;
    const isRun = last >= first + 2;
    if (isRun) runs.push({ first, last });
    first = isRun ? last : first + 1;
  }
  return runs;
}

/** Whether points between two others lie on the line that joins these. */
function isStraight(
  { xs, ys }: View,
  first: number,
  last: number,
  slack: (index: number) => number,
): boolean {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = [xs[first], ys[first], xs[last], ys[last]];
  const step = Math.max(1, Math.floor((last - first - 1) / LOOKS));
  for (let i = last - 1; i > first; i -= step) {
    const [x = 0, y = 0] = [xs[i], ys[i]];
    const height = y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
    if (!(Math.abs(y - height) <= slack(i))) return false;
  }
  return true;
}
