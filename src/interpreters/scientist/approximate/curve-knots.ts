import { squared } from "../../../core/index.ts";
import type { Knots } from "../finding.ts";
import type { Sketch } from "./sketch.ts";

/** Knots that are put into a gap where the function seems smooth. */
const BETWEEN = 5;
/** How much better a cubic has to tell points from their neighbours than a straight line. */
const BETTER = 0.5;

/**
 * Knots between the points of gaps, on the cubic through the two points on either side; none where
 * points that are left out are told as well by straight lines between their neighbours.
 */
export function curveKnots(sketch: Sketch): Knots {
  const { xs, ys } = sketch.view;
  const open = [...sketch.isSettled.keys()].filter(
    (i) => sketch.isSettled[i] !== true && i > 0 && i + 2 < xs.length,
  );
  const known = open.filter((i) => i > 1 && sketch.isSettled[i - 1] !== true);
  const missed = (order: readonly number[]): number =>
    known.reduce((sum, i) => {
      const guess = through(
        sketch,
        order.map((step) => i + step),
        xs[i] ?? 0,
      );
      return sum + squared(guess - (ys[i] ?? 0));
    }, 0);
  if (known.length < 4 || !(missed([-2, -1, 1, 2]) < BETTER * missed([-1, 1])))
    return { xs: [], ys: [] };
  const knots = open.flatMap((i) => {
    const [from = 0, to = 0] = [xs[i], xs[i + 1]];
    return Array.from({ length: BETWEEN }, (_, k) => {
      const x = from + ((to - from) * (k + 1)) / (BETWEEN + 1);
      return { x, y: through(sketch, [i - 1, i, i + 1, i + 2], x) };
    });
  });
  return { xs: knots.map(({ x }) => x), ys: knots.map(({ y }) => y) };
}

/** The polynomial through some points, at x: Lagrange's formula. */
function through({ view }: Sketch, points: readonly number[], x: number): number {
  return points.reduce((sum, i) => {
    const at = view.xs[i] ?? 0;
    const weight = points.reduce((product, k) => {
      const other = view.xs[k] ?? 0;
      return k === i ? product : (product * (x - other)) / (at - other);
    }, 1);
    return sum + weight * (view.ys[i] ?? 0);
  }, 0);
}
