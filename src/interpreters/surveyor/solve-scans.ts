import type { Context } from "./context.ts";
import { product, x } from "./expression.ts";
import type { Expression } from "./expression.ts";
import { straight } from "./pool.ts";
import { builderOf, carryOutwards, refine, starts } from "./scan-search.ts";
import type { Builder, Start } from "./scan-search.ts";
import { exponentialScan, kinkScan, logarithmScan, poleScan, rootScan, sineScan } from "./scans.ts";
import type { Scan } from "./scans.ts";
import { expressionOf, isExplained, prune } from "./sums.ts";
import { nearest } from "./target.ts";
import type { Target } from "./target.ts";

/** Scans that look at all points at once. */
const wide: readonly Scan[] = [exponentialScan, kinkScan, logarithmScan, rootScan, poleScan];

/** Points nearest to the middle with which a fast wave is told from a slow one. */
const LOCAL = { share: 0.3, least: 18, most: 90 };

/** Sums of 1, x and one operator whose constant is scanned for, once alone and once also times x. */
export function solveByScan(target: Target, context: Context): Expression | null {
  for (const scan of wide) {
    if (!context.may(scan.operator)) continue;
    const builder = beside(scan.make);
    for (const start of starts(scan, [], builder, target, context).slice(0, 3)) {
      const end = refine(start, builder, target, context);
      if (end !== null && isExplained(end.fitted, target))
        return expressionOf(prune(end.fitted, target, context));
    }
  }
  return null;
}

/** Sums of 1, x and a sine whose rate is scanned for, alone and also times x. */
export function solveByWave(target: Target, context: Context): Expression | null {
  if (!context.may("sin")) return null;
  const view = viewOf(target);
  const timed = beside((rate) => timesX(sineScan.make(rate)));
  for (const builder of [beside(sineScan.make), ...(context.may("×") ? [timed] : [])])
    for (const start of starts(sineScan, [], builder, view.local, context)) {
      const expression = followed(start, builder, view, context);
      if (expression !== null) return expression;
    }
  return null;
}

/** Sums of 1, x and two sines: each good rate of one, and a scan for the other beside it. */
export function solveByTwoWaves(target: Target, context: Context): Expression | null {
  if (!context.may("sin")) return null;
  const view = viewOf(target);
  const one = beside(sineScan.make);
  const two = builderOf((rates) => [...straight, ...rates.flatMap(sineScan.make)]);
  for (const { constants } of starts(sineScan, [], one, view.local, context))
    for (const start of starts(sineScan, constants, two, view.local, context).slice(0, 3)) {
      const expression = followed(start, two, view, context);
      if (expression !== null) return expression;
    }
  return null;
}

/** The points nearest to 0, by which waves are found, and all of them, which they have to explain. */
interface View {
  readonly target: Target;
  readonly local: Target;
  readonly points: number;
}

function viewOf(target: Target): View {
  const { share, least, most } = LOCAL;
  const points = Math.min(most, Math.max(least, Math.round(share * target.xs.length)));
  return { target, local: nearest(target, 0, points), points };
}

/** Follows a start from the points near 0 to all points. */
function followed(
  start: Start,
  builder: Builder,
  { target, local, points }: View,
  context: Context,
): Expression | null {
  const near = refine(start, builder, local, context, 25);
  if (near === null || !isExplained(near.fitted, local)) return null;
  const end = carryOutwards(near, builder, { place: 0, points }, target, context);
  return end === null ? null : expressionOf(prune(end.fitted, target, context));
}

function beside(make: (constant: number) => readonly Expression[]): Builder {
  return builderOf(([constant = 0]) => [...straight, ...make(constant)]);
}

function timesX(expressions: readonly Expression[]): readonly Expression[] {
  return [...expressions, ...expressions.map((each) => product(x, each))];
}
