import { featuresOf } from "./context.ts";
import type { Context, Feature } from "./context.ts";
import { descend } from "./descend.ts";
import type { Expression } from "./expression.ts";
import { fitSum, isExplained } from "./sums.ts";
import type { FittedSum } from "./sums.ts";
import type { Scan } from "./scans.ts";
import { nearest } from "./target.ts";
import type { Target } from "./target.ts";

/** Makes the features of a sum from its constants; `null` where one has no value. */
export type Builder = (
  constants: readonly number[],
  target: Target,
  context: Context,
) => readonly Feature[] | null;

/** Constants, and the sum that they give. */
export interface Start {
  readonly constants: readonly number[];
  readonly fitted: FittedSum;
}

/** How many starts are kept of a scan. */
const STARTS = 6;

/** A builder from expressions. */
export function builderOf(
  expressions: (constants: readonly number[]) => readonly Expression[],
): Builder {
  return (constants, target, context) => {
    const wanted = expressions(constants);
    const features = featuresOf(wanted, target, context);
    return features.length === wanted.length ? features : null;
  };
}

/** The best fits along a scan's grid, other constants held: its local minima, the best first. */
export function starts(
  scan: Scan,
  held: readonly number[],
  builder: Builder,
  target: Target,
  context: Context,
): readonly Start[] {
  const tried = scan
    .grid(target, context)
    .toSorted((a, b) => a - b)
    .map((value) => fittedAt([...held, value], builder, target, context));
  const cost = (i: number): number => tried[i]?.fitted.fit.cost ?? Infinity;
  return tried
    .filter((_, i) => cost(i) < Infinity && cost(i) <= cost(i - 1) && cost(i) <= cost(i + 1))
    .filter((start) => start !== null)
    .toSorted((a, b) => a.fitted.fit.cost - b.fitted.fit.cost)
    .slice(0, STARTS);
}

/** The sum that constants give. */
function fittedAt(
  constants: readonly number[],
  builder: Builder,
  target: Target,
  context: Context,
): Start | null {
  const features = builder(constants, target, context);
  const fitted = features === null ? null : fitSum(features, target, context);
  return fitted === null ? null : { constants, fitted };
}

/** Moves the constants downhill; the sum's coefficients follow by least squares at every step. */
export function refine(
  start: Start,
  builder: Builder,
  target: Target,
  context: Context,
  rounds = 14,
): Start | null {
  const descent = descend(
    (constants) => fittedAt(constants, builder, target, context)?.fitted.fit.residuals ?? null,
    start.constants,
    rounds,
  );
  return descent === null ? null : fittedAt(descent.parameters, builder, target, context);
}

/** Takes constants that hold near the middle outwards, to half as many points again at a time. */
export function carryOutwards(
  start: Start,
  builder: Builder,
  { place, points }: { readonly place: number; readonly points: number },
  target: Target,
  context: Context,
): Start | null {
  let now: Start | null = start;
  for (let count = points; now !== null; count = Math.ceil(count * 1.5)) {
    const near = nearest(target, place, count);
    now = refine(now, builder, near, context);
    if (now === null || !isExplained(now.fitted, near)) return null;
    if (near.xs.length === target.xs.length) return now;
  }
  return null;
}
