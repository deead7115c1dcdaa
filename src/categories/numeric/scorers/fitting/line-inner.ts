import { familyOf } from "../../functions/families.ts";
import type { NumericFamily } from "../../functions/family.ts";
import { geometric } from "../../functions/form-class.ts";
import type { Columns } from "../../functions/inputs.ts";
import { isAtom } from "../../functions/inspect.ts";
import type { Atom, Law } from "../../functions/spec.ts";
import { edge } from "./leaf.ts";
import type { Parameter, Scan } from "./part.ts";
import { extentOf, middleOf, nearestRows, spreadRows } from "./points.ts";

/** A value that takes the place of the first argument. */
export interface Inner {
  readonly parameters: readonly Parameter[];
  values(parameters: readonly number[], inputs: Columns): Float64Array;
  scans(ys: Float64Array): readonly Scan[];
}

/** A straight line within: its intercept moves the outer law, its slope shows in roundings only. */
export function lineInner(outer: Law, slope: number, intercept: number, [xs]: Columns): Inner {
  const values = ([moved = intercept, scale = slope]: readonly number[], [points]: Columns) =>
    points.map((x) => scale * x + moved);
  if (!isAtom(outer) || familyOf(outer.kind).afterLine === "same")
    return { parameters: [], values, scans: () => [] };
  const { from, to, length } = extentOf(xs);
  const ends = [-slope * from, -slope * to];
  const reach = Math.abs(slope) * length;
  const jump = edge(intercept, Math.min(...ends), Math.max(...ends), reach / 64);
  const { afterLine } = familyOf(outer.kind);
  const steep = edge(slope, -Infinity, Infinity, 1 / (4 * length));
  return {
    parameters: [
      { ...jump, smooth: afterLine === "kink" },
      ...(afterLine === "rounding" ? [steep] : []),
    ],
    values,
    scans: (ys) => lineScans(afterLine, slope, xs, ys),
  };
}

/** Where the outer law may have been moved to. */
function lineScans(
  afterLine: NumericFamily<Atom>["afterLine"],
  slope: number,
  xs: Float64Array,
  ys: Float64Array,
): readonly Scan[] {
  const rows = spreadRows(xs, 256);
  const { from, length } = extentOf(xs);
  switch (afterLine) {
    case "rounding": {
      const rest = middleOf(ys.map((y, i) => y - slope * (xs[i] ?? NaN)));
      return [{ at: 0, sets: [[rest + 0.5], [rest - 0.5]], rows, count: 256 }];
    }
    case "pulse":
      return [{ at: 0, sets: [pulseAt(slope, xs, ys)], rows, count: rows.length }];
    case "remainder":
      return [remainderScan(slope, xs)];
    case "same":
    case "kink":
    case "jump": {
      const sets = Array.from({ length: 64 }, (_, i) => [
        -slope * (from + ((i + 0.5) * length) / 64),
      ]);
      return [{ at: 0, sets, rows, count: 256 }];
    }
  }
}

/** Intercept and half width of a pulse over the stretch in which values are far from the usual. */
function pulseAt(slope: number, xs: Float64Array, ys: Float64Array): readonly number[] {
  const usual = middleOf(ys);
  const farthest = ys.reduce((most, y) => Math.max(most, Math.abs(y - usual)), 0);
  const { from, to } = extentOf(
    xs.filter((_, i) => Math.abs((ys[i] ?? NaN) - usual) > farthest / 2),
  );
  return [(-slope * (from + to)) / 2, (Math.abs(slope) * (to - from)) / 2];
}

/** Intercepts and divisors, told apart on a short stretch. */
function remainderScan(slope: number, xs: Float64Array): Scan {
  const middle = middleOf(xs);
  const reach = Math.abs(slope) * extentOf(xs).length;
  const sets = geometric(reach / 600, 1.06, 90).flatMap((divisor) =>
    Array.from({ length: 12 }, (_, k) => [-slope * middle + (k * divisor) / 12, divisor]),
  );
  return { at: 0, sets, rows: nearestRows(xs, middle), count: 64 };
}
