import type { Operator } from "./configuration.ts";
import type { Context } from "./context.ts";
import { call, constant, power, product, quotient, shifted, sum } from "./expression.ts";
import type { Expression } from "./expression.ts";
import { builderOf, refine, starts } from "./scan-search.ts";
import { exponentialScan } from "./scans.ts";
import { expressionOf, isExplained, prune } from "./sums.ts";
import type { Target } from "./target.ts";

/** How many of a scan's best rates are followed. */
const FOLLOWED = 3;

/** One operator applied to an operand. */
interface Single {
  readonly operator: Operator;
  readonly apply: (operand: Expression) => Expression;
}

const outers: readonly Single[] = [
  { operator: "÷", apply: (operand) => quotient(constant(1), operand) },
  { operator: "log", apply: (operand) => call("log", operand) },
  { operator: "power", apply: (operand) => power(operand, 0.5) },
  { operator: "abs", apply: (operand) => call("abs", operand) },
];

const inners: readonly Single[] = [
  { operator: "exp", apply: (operand) => call("exp", operand) },
  { operator: "power", apply: (operand) => power(operand, 2) },
  { operator: "sin", apply: (operand) => call("sin", operand) },
];

/**
 * Puts each outer operator on each inner one: outer(offset + inner(rate·(x − place))), and sums of
 * that with a constant. The rate is scanned for, the place begins where the answers change most, the
 * offset at 1; then all three are moved downhill together.
 */
export function solveByComposition(target: Target, context: Context): Expression | null {
  const place = steepestPlace(target);
  for (const outer of outers)
    for (const inner of inners) {
      if (!context.may(outer.operator) || !context.may(inner.operator)) continue;
      const builder = builderOf(([at = 0, offset = 0, rate = 0]) => {
        const inside = inner.apply(product(constant(rate), shifted(at)));
        return [constant(1), outer.apply(sum(inside, constant(offset)))];
      });
      const tried = starts(exponentialScan, [place, 1], builder, target, context);
      for (const start of tried.slice(0, FOLLOWED)) {
        const end = refine(start, builder, target, context, 30);
        if (end !== null && isExplained(end.fitted, target))
          return expressionOf(prune(end.fitted, target, context));
      }
    }
  return null;
}

/** The middle of the two neighbours whose answers differ most. */
function steepestPlace({ xs, ys }: Target): number {
  const order = [...xs.keys()].sort((i, j) => (xs[i] ?? 0) - (xs[j] ?? 0));
  let best = { rise: -1, place: 0 };
  order.slice(1).forEach((right, k) => {
    const left = order[k] ?? right;
    const rise = Math.abs((ys[right] ?? 0) - (ys[left] ?? 0));
    if (rise > best.rise) best = { rise, place: ((xs[left] ?? 0) + (xs[right] ?? 0)) / 2 };
  });
  return best.place;
}
