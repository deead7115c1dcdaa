import { geometric } from "../../functions/form-class.ts";
import type { ClassOf } from "../../functions/form-class.ts";
import { edge, leafPart, ones } from "./leaf.ts";
import type { Part } from "./part.ts";
import { extentOf, nearestRows } from "./points.ts";

/** Points near the centre on which edges are looked for. */
const POINTS = 256;

/** Pulses of height 1 around 0. */
export function pulsePart({ width }: ClassOf<"pulse">, xs: Float64Array): Part {
  const { from, to, length } = extentOf(xs);
  const farthest = Math.max(Math.abs(from), Math.abs(to));
  return leafPart({
    parameters: [edge(width / 2, 0, farthest, length / 64)],
    fixed: ([half = width / 2], points) => points.map((x) => (Math.abs(x) <= half ? 1 : 0)),
    scans: () => {
      const rows = nearestRows(xs, 0);
      const sizes = rows.slice(0, POINTS).map((row) => Math.abs(xs[row] ?? 0));
      const sets = sizes.map((size, i) => [(size + (sizes[i + 1] ?? size)) / 2]);
      const far = geometric(sizes.at(-1) ?? 1, 1.1, 24).map((size) => [size]);
      return [
        { at: 0, sets, rows, count: POINTS },
        { at: 0, sets: far, rows, count: rows.length },
      ];
    },
  });
}

/** Remainders of any divisor, scale and offset. */
export function remainderPart({ divisor }: ClassOf<"remainder">, xs: Float64Array): Part {
  const { length } = extentOf(xs);
  return leafPart({
    parameters: [edge(divisor, length / 4000, length, length / 1024)],
    essential: ([each = divisor], points) => [points.map((x) => x - each * Math.floor(x / each))],
    free: (points) => [ones(points)],
    scans: () => {
      const sets = geometric(length / 1000, 1.02, 320).map((each) => [each]);
      return [{ at: 0, sets, rows: nearestRows(xs, 0), count: 128 }];
    },
  });
}
