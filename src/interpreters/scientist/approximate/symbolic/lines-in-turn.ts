import { line } from "./linear-families.ts";
import type { Family } from "./shape.ts";
import type { Target } from "./target.ts";

/** How many lines may take turns before it is no formula any more. */
const COUNTS = [2, 3, 4, 5];

/** Straight lines that take turns, cut where the sum of squares is least, by dynamic programming. */
export const linesInTurn: readonly Family[] = COUNTS.map((count) => (target) => {
  const { xs } = target;
  if (xs.length < 2 * count) return null;
  const cuts = bestCuts(target, count);
  const lost = squaresOf(target);
  const ends = cuts.slice(1).map((at) => ((xs[at - 1] ?? 0) + (xs[at] ?? 0)) / 2);
  const lines = cuts.map((at, k) => lost(at, cuts[k + 1] ?? xs.length));
  return {
    name: `${count} straight lines in turn`,
    parameters: [...ends, ...lines.flatMap(({ intercept, slope }) => [intercept, slope])],
    build: (numbers) => ({
      kind: "piecewise",
      pieces: lines.map((_, k) => ({
        upTo: k === count - 1 ? null : (numbers[k] ?? 0),
        law: line(numbers.slice(count - 1 + 2 * k, count + 1 + 2 * k)),
      })),
    }),
  };
});

/** The first position of each part. */
function bestCuts(target: Target, count: number): readonly number[] {
  const n = target.xs.length;
  const squares = squaresOf(target);
  let best = Array.from({ length: n + 1 }, (_, end) => (end < 2 ? Infinity : squares(0, end).lost));
  const starts: (readonly number[])[] = [];
  for (let part = 1; part < count; part += 1) {
    const from: number[] = [];
    const before = best;
    best = before.map((_, end) => {
      let least = Infinity;
      for (let at = 2 * part; at <= end - 2; at += 1) {
        const lost = (before[at] ?? Infinity) + squares(at, end).lost;
        if (lost < least) [least, from[end]] = [lost, at];
      }
      return least;
    });
    starts.push(from);
  }
  const cuts: number[] = [];
  let end = n;
  for (const from of starts.toReversed()) cuts.unshift((end = from[end] ?? 0));
  return [0, ...cuts];
}

interface FittedLine {
  readonly intercept: number;
  readonly slope: number;
  /** Sum of squared residuals. */
  readonly lost: number;
}

/** The best line through the points from one position up to another, from sums of all before. */
function squaresOf({ xs, ys }: Target): (start: number, end: number) => FittedLine {
  const sums = [
    xs,
    ys,
    xs.map((x) => x * x),
    xs.map((x, i) => x * (ys[i] ?? 0)),
    ys.map((y) => y * y),
  ].map((values) => {
    const total = new Float64Array(values.length + 1);
    for (let i = 0; i < values.length; i += 1) total[i + 1] = (total[i] ?? 0) + (values[i] ?? 0);
    return total;
  });
  return (start, end) => {
    const n = end - start;
    const [x = 0, y = 0, xx = 0, xy = 0, yy = 0] = sums.map(
      (total) => (total[end] ?? 0) - (total[start] ?? 0),
    );
    const [sxx, sxy] = [xx - (x * x) / n, xy - (x * y) / n];
    const slope = sxx > 0 ? sxy / sxx : 0;
    const lost = Math.max(0, yy - (y * y) / n - slope * sxy);
    return { intercept: (y - slope * x) / n, slope, lost };
  };
}
