import { squared } from "../../../core/index.ts";
import { viewOf } from "../exact/view.ts";
import type { View } from "../exact/view.ts";
import type { Inquiry } from "../inquiry.ts";
import { straightRuns } from "./straight-runs.ts";
import type { Run } from "./straight-runs.ts";

/** What the answers show of a function, read as a line that bends. */
export interface Sketch {
  readonly view: View;
  readonly runs: readonly Run[];
  /** For each point the run that ends at it and the one that starts at it, if any. */
  readonly endingAt: ReadonlyMap<number, Run>;
  readonly startingAt: ReadonlyMap<number, Run>;
  /** Whether point i and the next lie on one run. */
  readonly isSettled: readonly boolean[];
  /** How far beside a line point i may lie and still be on it: what rounding amounts to. */
  readonly slack: (index: number) => number;
  /** ∫ f² over the domain by the trapezoidal rule. */
  readonly energy: number;
}

/** Rounding, relative to a value itself and to the largest in the domain. */
const ROUNDING = { own: 1e-9, largest: 1e-11 };

/** Reads the answers so far as straight runs and what lies between them. */
export function sketchOf({ lab, domain }: Pick<Inquiry, "lab" | "domain">): Sketch {
  const view = viewOf(lab.readings);
  const { xs, ys } = view;
  const inside = (i: number): boolean =>
    (xs[i] ?? NaN) >= domain.from && (xs[i] ?? NaN) <= domain.to;
  let [largest, energy] = [0, 0];
  for (let i = 0; i < xs.length; i += 1) {
    if (!inside(i)) continue;
    const y = ys[i] ?? 0;
    largest = Math.max(largest, Math.abs(y));
    const width = i > 0 && inside(i - 1) ? (xs[i] ?? 0) - (xs[i - 1] ?? 0) : 0;
    energy += (width * (y * y + squared(ys[i - 1] ?? 0))) / 2;
  }
  const slack = (i: number): number =>
    ROUNDING.own * Math.abs(ys[i] ?? 0) + ROUNDING.largest * largest;
  const runs = straightRuns(view, slack);
  const isSettled = Array.from({ length: Math.max(0, xs.length - 1) }, () => false);
  for (const { first, last } of runs) isSettled.fill(true, first, last);
  return {
    view,
    runs,
    endingAt: new Map(runs.map((run) => [run.last, run])),
    startingAt: new Map(runs.map((run) => [run.first, run])),
    isSettled,
    slack,
    energy,
  };
}

/** Runs that meet in a point: kinks that a prediction or chance hit exactly. */
export function confirmedKinks({ runs }: Sketch): number {
  return runs.filter((run, i) => i > 0 && runs[i - 1]?.last === run.first).length;
}
