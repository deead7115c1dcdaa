import { cos, exp, sin, TAU } from "../../../../core/index.ts";
import { geometric } from "../../functions/form-class.ts";
import type { ClassOf } from "../../functions/form-class.ts";
import { edge, leafPart, ones, smooth } from "./leaf.ts";
import type { Part, Scan } from "./part.ts";
import { extentOf, middleOf, nearestRows, spreadRows } from "./points.ts";

/** Points on which frequencies are told apart, and how many frequencies at most. */
const [POINTS, MOST_SPEEDS] = [48, 500];
/** Steps per width of a peak in the spectrum of so many points. */
const FINENESS = 3;
/** The angular speed of the shortest released period, 0.1, with some room. */
const HIGHEST_SPEED = 66;

/** Waves of any amplitude, phase and offset, with at least half a period among the points. */
export function wavePart(period: number, xs: Float64Array): Part {
  const { length } = extentOf(xs);
  const own = TAU / Math.abs(period);
  return leafPart({
    parameters: [smooth(own, TAU / 2 / length, Infinity, 1 / length)],
    essential: ([speed = own], points) => [
      points.map((x) => sin(speed * x)),
      points.map((x) => cos(speed * x)),
    ],
    free: (points) => [ones(points)],
    scans: () => speedScans(own, xs, middleOf(xs), (speed) => [speed]),
  });
}

/** Waves that fade away from 0, of any amplitude, phase and offset. */
export function dampedPart({ period, decay }: ClassOf<"damped-wave">, xs: Float64Array): Part {
  const { length } = extentOf(xs);
  const own = TAU / Math.abs(period);
  return leafPart({
    parameters: [
      smooth(own, TAU / 2 / length, Infinity, 1 / length),
      smooth(decay, 0.5 / length, 100 / length, 1 / length),
    ],
    essential: ([speed = own, fading = decay], points) => {
      const envelope = points.map((x) => exp(-fading * Math.abs(x)));
      return [
        points.map((x, i) => (envelope[i] ?? 0) * sin(speed * x)),
        points.map((x, i) => (envelope[i] ?? 0) * cos(speed * x)),
      ];
    },
    free: (points) => [ones(points)],
    scans: () => speedScans(own, xs, 0, (speed) => [speed, decay]),
  });
}

/** Square waves of any period and shift. */
export function squareWavePart({ period, shift }: ClassOf<"square-wave">, xs: Float64Array): Part {
  const [size, middle] = [Math.abs(period), middleOf(xs)];
  const rising = period > 0 ? shift : shift + size / 2;
  const near = rising + Math.round((middle - rising) / size) * size;
  const { length } = extentOf(xs);
  return leafPart({
    parameters: [
      edge(size, 4 / xs.length, length, length / 1024),
      edge(near, middle - length, middle + length, length / 1024),
    ],
    fixed: ([each = size, start = near], points) =>
      points.map((x) => {
        const phase = (x - start) / each;
        return phase - Math.floor(phase) < 0.5 ? 1 : -1;
      }),
    scans: () => [squareScan(size, middle, xs)],
  });
}

function squareScan(size: number, middle: number, xs: Float64Array): Scan {
  const rows = nearestRows(xs, middle);
  const { length } = extentOf(Float64Array.from(rows.slice(0, POINTS), (row) => xs[row] ?? 0));
  const step = 1 / (FINENESS * length);
  const highest = Math.max(1.1, 1.5 / size);
  const count = Math.min(160, Math.ceil(highest / step));
  const sets = Array.from({ length: count }, (_, i) => 1 / ((i + 1) * step)).flatMap((each) =>
    Array.from({ length: 16 }, (_, k) => [each, middle + (k * each) / 16]),
  );
  return { at: 0, sets, rows, count: POINTS };
}

/** Fast waves are told apart on a short stretch, slow ones on all of it. */
function speedScans(
  own: number,
  xs: Float64Array,
  centre: number,
  set: (speed: number) => number[],
): readonly Scan[] {
  const rows = nearestRows(xs, centre);
  const { length } = extentOf(Float64Array.from(rows.slice(0, POINTS), (row) => xs[row] ?? 0));
  const step = TAU / (FINENESS * length);
  const highest = Math.max(HIGHEST_SPEED, 1.5 * own);
  const count = Math.min(MOST_SPEEDS, Math.ceil(highest / step));
  const fast = Array.from({ length: count }, (_, i) => set((i + 1) * step));
  const slow = geometric(TAU / 2 / extentOf(xs).length, 1.12, 40).map(set);
  return [
    { at: 0, sets: fast, rows, count: POINTS },
    { at: 0, sets: slow, rows: spreadRows(xs, 2 * POINTS), count: 2 * POINTS },
  ];
}
