import { crossingOf, heightOf, lineThrough } from "./line.ts";
import type { Line } from "./line.ts";
import type { Sketch } from "./sketch.ts";

/** Two neighbouring points between which the function is not known to be straight. */
export interface Gap {
  readonly from: number;
  readonly to: number;
  /** How the function goes on from either end; trusted where it is certainly straight there. */
  readonly left: Side;
  readonly right: Side;
  /** Where both lines meet, if that is in the gap. */
  readonly kink: number | null;
  /** ∫ (f − g)² over the gap that a straight line g is feared to miss. */
  readonly doubt: number;
}

interface Side {
  readonly line: Line | null;
  readonly isTrusted: boolean;
}

/** A chord tells the slope at the edge of a gap that is so many times wider. */
const CLOSE = 40;
/** How close to an end of a gap, relative to its width, lines may meet. */
const MARGIN = 1e-4;

/** The gaps of a sketch from left to right. */
export function gapsOf(sketch: Sketch): readonly Gap[] {
  return [...sketch.isSettled.keys()]
    .filter((i) => sketch.isSettled[i] !== true)
    .map((i) => gapAt(sketch, i));
}

function gapAt(sketch: Sketch, i: number): Gap {
  const { xs, ys } = sketch.view;
  const [from = 0, to = 0, y0 = 0, y1 = 0] = [xs[i], xs[i + 1], ys[i], ys[i + 1]];
  const width = to - from;
  const before = sketch.endingAt.get(i);
  const after = sketch.startingAt.get(i + 1);
  const left = sideOf(sketch, before?.first ?? i - 1, i, width, before !== undefined);
  const right = sideOf(sketch, i + 1, after?.last ?? i + 2, width, after !== undefined);
  const chord = lineThrough(from, y0, to, y1);
  const meeting = left.line && right.line && crossingOf(left.line, right.line);
  const margin = MARGIN * width;
  const kink =
    meeting !== null && meeting > from + margin && meeting < to - margin ? meeting : null;
  const miss = missOf({ from, to, y0, y1, left, right, kink }, chord);
  return { from, to, left, right, kink, doubt: (width * miss * miss) / 3 };
}

function sideOf(
  { view: { xs, ys } }: Sketch,
  first: number,
  last: number,
  width: number,
  isRun: boolean,
): Side {
  const [x0, y0, x1, y1] = [xs[first], ys[first], xs[last], ys[last]];
  if (x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined)
    return { line: null, isTrusted: false };
  return { line: lineThrough(x0, y0, x1, y1), isTrusted: isRun || (x1 - x0) * CLOSE <= width };
}

/** The largest distance between the chord of a gap and what its sides make likely. */
function missOf(
  {
    from,
    to,
    y0,
    y1,
    left,
    right,
    kink,
  }: Pick<Gap, "from" | "to" | "left" | "right" | "kink"> & {
    readonly y0: number;
    readonly y1: number;
  },
  chord: Line,
): number {
  if (kink !== null && left.line !== null)
    return Math.abs(heightOf(left.line, kink) - heightOf(chord, kink));
  const middle = (from + to) / 2;
  const away = [left, right].flatMap(({ line }) =>
    line === null ? [] : [Math.abs(heightOf(line, middle) - heightOf(chord, middle))],
  );
  if (away.length === 0) return Math.abs(y1 - y0) / 2;
  return Math.min(Math.max(...away), Math.abs(y1 - y0) / 2 + Math.min(...away));
}
