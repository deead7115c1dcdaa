import type { Operator } from "./configuration.ts";
import { compile } from "./compile.ts";
import type { Expression } from "./expression.ts";
import type { Target } from "./target.ts";
import type { Work } from "./work.ts";

/** What every part of a search is handed. */
export interface Context {
  readonly work: Work;
  /** Whether an operator may be used. */
  readonly may: (operator: Operator) => boolean;
  /** The shortest period that is looked for. */
  readonly shortestPeriod: number;
}

/** An expression with its values at a target's points: what sums are made of. */
export interface Feature {
  readonly expression: Expression;
  readonly column: Float64Array;
}

/** The feature of an expression; `null` where it lacks a value at some point, or work has run out. */
function featureOf(expression: Expression, { xs }: Target, { work }: Context): Feature | null {
  if (!work.spend(xs.length)) return null;
  const f = compile(expression);
  const column = new Float64Array(xs.length);
  for (let i = 0; i < xs.length; i += 1) {
    const value = f(xs[i] ?? NaN);
    if (!Number.isFinite(value)) return null;
    column[i] = value;
  }
  return { expression, column };
}

/** The features of those expressions that have a value at every point. */
export function featuresOf(
  expressions: readonly Expression[],
  target: Target,
  context: Context,
): readonly Feature[] {
  return expressions
    .map((expression) => featureOf(expression, target, context))
    .filter((feature) => feature !== null);
}

/** The product of two features. */
export function timesFeature(a: Feature, b: Feature, expression: Expression): Feature {
  return { expression, column: a.column.map((value, i) => value * (b.column[i] ?? NaN)) };
}
