import type { Law } from "../../../categories/numeric/index.ts";
import type { Segment } from "./segment.ts";

/** Neighbouring heights that differ by less, relative to their size, meet. */
const MEET = 1e-7;

/**
 * Straight lines that take turns at ascending `ends`, one fewer than lines, as the simplest law that
 * they are: a moved absolute value, leaky ReLU, step or rectangle, or else pieces.
 */
export function piecewiseLaw(segments: readonly Segment[], ends: readonly number[]): Law {
  const [left, middle, right] = segments;
  const [start = 0, end = 0] = ends;
  if (segments.length === 2 && left !== undefined && middle !== undefined)
    return meet(left, middle, start)
      ? kink(left, middle, start)
      : (step(left, middle, start) ?? pieces(segments, ends));
  const levels = segments.map(({ slope, intercept }) => (slope === 0 ? intercept : NaN));
  if (right !== undefined && levels.join() === "0,1,0")
    return moved({ kind: "rectangle", width: short(end - start) }, short((start + end) / 2));
  return pieces(segments, ends);
}

function meet(left: Segment, right: Segment, x: number): boolean {
  const gap = (left.slope - right.slope) * x + left.intercept - right.intercept;
  const size = Math.abs(left.intercept) + Math.abs(left.slope * x) + 1e-12;
  return Math.abs(gap) <= MEET * size;
}

function kink(left: Segment, right: Segment, at: number): Law {
  const offset = short(right.slope * at + right.intercept);
  if (left.slope === -right.slope)
    return moved({ kind: "absolute", slope: right.slope, offset }, at);
  if (Math.abs(right.slope) < Math.abs(left.slope)) return pieces([left, right], [at]);
  const leak = short(left.slope / right.slope);
  return moved({ kind: "leaky-relu", slope: right.slope, leak, offset }, at);
}

function step(left: Segment, right: Segment, at: number): Law | null {
  if (left.slope !== 0 || right.slope !== 0) return null;
  const height = short(right.intercept - left.intercept);
  return moved({ kind: "step", height, atZero: 1, offset: left.intercept }, at);
}

/** A law around 0, moved to another place. */
function moved(law: Law, to: number): Law {
  if (to === 0) return law;
  return { kind: "compose", outer: law, inner: { kind: "linear", slope: 1, intercept: -to } };
}

function pieces(segments: readonly Segment[], ends: readonly number[]): Law {
  return {
    kind: "piecewise",
    pieces: segments.map(({ slope, intercept }, i) => ({
      upTo: ends[i] ?? null,
      law:
        slope === 0 ? { kind: "constant", value: intercept } : { kind: "linear", slope, intercept },
    })),
  };
}

/** A number without what rounding left behind. */
function short(value: number): number {
  return Number(value.toPrecision(9));
}
