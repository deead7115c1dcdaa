import type { Knots } from "../finding.ts";
import { curveKnots } from "./curve-knots.ts";
import { gapsOf } from "./gaps.ts";
import { heightOf } from "./line.ts";
import type { Sketch } from "./sketch.ts";

/** The ends of runs, the points between them, kinks that two certain lines predict, and curves. */
export function knotsOf(sketch: Sketch): Knots {
  const { xs, ys } = sketch.view;
  const inner = new Set(
    sketch.runs.flatMap(({ first, last }) =>
      Array.from({ length: last - first - 1 }, (_, i) => first + 1 + i),
    ),
  );
  const asked = [...xs.keys()]
    .filter((i) => !inner.has(i))
    .map((i) => ({ x: xs[i] ?? 0, y: ys[i] ?? 0 }));
  const predicted = gapsOf(sketch).flatMap(({ kink, left, right }) =>
    kink === null || left.line === null || !left.isTrusted || !right.isTrusted
      ? []
      : [{ x: kink, y: heightOf(left.line, kink) }],
  );
  const curve = predicted.length > 0 ? { xs: [], ys: [] } : curveKnots(sketch);
  const smooth = curve.xs.map((x, i) => ({ x, y: curve.ys[i] ?? 0 }));
  const knots = [...asked, ...predicted, ...smooth].toSorted((a, b) => a.x - b.x);
  return { xs: knots.map(({ x }) => x), ys: knots.map(({ y }) => y) };
}
