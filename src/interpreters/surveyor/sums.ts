import { log2 } from "../../core/index.ts";
import { constant, product, sum } from "./expression.ts";
import type { Expression } from "./expression.ts";
import { linearFit } from "./linear-fit.ts";
import type { LinearFit } from "./linear-fit.ts";
import type { Context, Feature } from "./context.ts";
import { explains } from "./target.ts";
import type { Target } from "./target.ts";

/** A sum of multiples of features, fitted to a target. */
export interface FittedSum {
  readonly features: readonly Feature[];
  readonly fit: LinearFit;
}

/** A sum needs at least this many points per constant before it can be said to explain them. */
const POINTS_PER_CONSTANT = 1.5;

/** Terms that nowhere reach this many sigmas are left out at once. */
const INVISIBLE = 0.2;

/** The least-squares sum of all features; `null` where work has run out. */
export function fitSum(
  features: readonly Feature[],
  target: Target,
  { work }: Context,
): FittedSum | null {
  if (!work.spend(target.xs.length * features.length * (features.length + 2))) return null;
  const columns = features.map(({ column }) => column);
  return { features, fit: linearFit(columns, target.ys, target.sigma) };
}

/** Whether a sum explains its target, with enough points to tell. */
export function isExplained({ features, fit }: FittedSum, target: Target): boolean {
  return (
    target.xs.length >= POINTS_PER_CONSTANT * features.length + 2 && explains(target, fit.residuals)
  );
}

/** The shortest sum of these features that explains the target; `null` where all of them do not. */
export function shortestSum(
  features: readonly Feature[],
  target: Target,
  context: Context,
): FittedSum | null {
  const all = fitSum(features, target, context);
  if (all === null || !isExplained(all, target)) return null;
  return prune(all, target, context);
}

/** Leaves out terms, the least visible first, as long as the rest explains as much. */
export function prune(full: FittedSum, target: Target, context: Context): FittedSum {
  let kept = full;
  const visible = full.features.filter((_, i) => visibility(full, i, target) > INVISIBLE);
  const clear = fitSum(visible, target, context);
  if (clear !== null && isAsGood(full, clear, target)) kept = clear;
  const order = kept.features
    .map((feature, i) => ({ feature, seen: visibility(kept, i, target) }))
    .toSorted((a, b) => a.seen - b.seen);
  for (const { feature } of order) {
    const fewer = kept.features.filter((each) => each !== feature);
    const without = fitSum(fewer, target, context);
    if (without !== null && isAsGood(kept, without, target)) kept = without;
  }
  return kept;
}

function isAsGood(before: FittedSum, after: FittedSum, target: Target): boolean {
  if (!target.noisy) return isExplained(after, target);
  const saved = before.features.length - after.features.length;
  return after.fit.cost - before.fit.cost < 2 * saved * log2(target.xs.length);
}

/** How many sigmas a term reaches. */
function visibility({ features, fit }: FittedSum, index: number, { sigma }: Target): number {
  const coefficient = fit.coefficients[index] ?? 0;
  let most = 0;
  features[index]?.column.forEach((value, i) => {
    most = Math.max(most, Math.abs((coefficient * value) / (sigma[i] ?? 1)));
  });
  return most;
}

/** The sum as an expression. */
export function expressionOf({ features, fit }: FittedSum): Expression {
  return sum(
    ...features.map(({ expression }, i) => product(constant(fit.coefficients[i] ?? 0), expression)),
  );
}
