import { valuesAt } from "./compile.ts";
import { featuresOf, timesFeature } from "./context.ts";
import type { Context } from "./context.ts";
import { product } from "./expression.ts";
import type { Expression } from "./expression.ts";
import { peeled, peels } from "./peels.ts";
import { polish } from "./polish.ts";
import { powers, singles } from "./pool.ts";
import { solveByComposition } from "./solve-compositions.ts";
import { solveByQuotient } from "./solve-quotients.ts";
import { solveByScan, solveByTwoWaves, solveByWave } from "./solve-scans.ts";
import { expressionOf, shortestSum } from "./sums.ts";
import { explains, residualsOf } from "./target.ts";
import type { Target } from "./target.ts";

/** An expression that explains its target, and the step of the search that found it. */
export interface Solution {
  readonly expression: Expression;
  readonly way: string;
}

/** Terms that the data suggested beside those that every search begins with. */
export interface Extras {
  readonly expressions: readonly Expression[];
}

/** A way to look for an expression; `null` where it finds none. */
type Way = (target: Target, context: Context, extras: Extras) => Expression | null;

/** Ways of about the same effort, tried before the next row. */
interface Row {
  readonly ways: readonly (readonly [string, Way])[];
  /** Whether they are also tried on what is inside an operator that can be taken off. */
  readonly inside: boolean;
}

const glance: readonly Row[] = [
  { ways: [["a sum of single operators", solveBySum]], inside: true },
  { ways: [["a wave whose rate was scanned for", solveByWave]], inside: false },
];

const quick: readonly Row[] = [
  ...glance,
  { ways: [["two waves whose rates were scanned for", solveByTwoWaves]], inside: false },
];

const thorough: readonly Row[] = [
  ...quick,
  {
    ways: [
      ["a sum with products of operators", solveByProducts],
      ["an operator whose constant was scanned for", solveByScan],
      ["a quotient of sums", solveByQuotient],
      ["one operator put on another", solveByComposition],
    ],
    inside: false,
  },
  { ways: [["an operator whose constant was scanned for", solveByScan]], inside: true },
];

/** How far a search goes; each goes on where the one before ends. */
export type Effort = "glance" | "quick" | "thorough";

/** Fewer points than this inside a peeled operator tell nothing. */
const FEWEST_POINTS = 8;

/** With fewer points than this a scanned constant could explain anything: only sums are tried. */
const FEW = 12;

/** Looks for an expression that explains the target, the simplest ways first. */
export function solve(
  target: Target,
  context: Context,
  extras: Extras,
  effort: Effort,
): Solution | null {
  const goals = goalsOf(target, context);
  const rows = { glance, quick, thorough }[effort].slice(0, target.xs.length < FEW ? 1 : Infinity);
  for (const { ways, inside } of rows)
    for (const { goal, wrap, deed } of inside ? goals : goals.slice(0, 1))
      for (const [way, look] of ways) {
        const inner = checked(look(goal, context, extras), goal, context);
        const expression = inner === null ? null : checked(wrap(inner), target, context);
        if (expression !== null) return { expression, way: `${way}${deed}` };
      }
  return null;
}

interface Goal {
  readonly goal: Target;
  readonly wrap: (inside: Expression) => Expression;
  readonly deed: string;
}

/** The target itself, and what is inside each operator that can be taken off it. */
function goalsOf(target: Target, { may }: Context): readonly Goal[] {
  const peelable = peels.filter(({ operator, fits }) => may(operator) && fits(target));
  const inner = peelable.map((peel): Goal => ({
    goal: peeled(target, peel),
    wrap: peel.wrap,
    deed: `, in ${peel.deed}`,
  }));
  const least = Math.max(FEWEST_POINTS, target.xs.length / 8);
  return [
    { goal: target, wrap: (inside) => inside, deed: "" },
    ...inner.filter(({ goal }) => goal.xs.length >= least),
  ];
}

/** The expression with its constants fitted to the target itself, if it explains it. */
function checked(
  expression: Expression | null,
  target: Target,
  context: Context,
): Expression | null {
  if (expression === null) return null;
  const left = (each: Expression): Float64Array => residualsOf(target, valuesAt(each, target.xs));
  const better = polish(expression, target, context);
  if (explains(target, left(better))) return better;
  return explains(target, left(expression)) ? expression : null;
}

function solveBySum(target: Target, context: Context, extras: Extras): Expression | null {
  const features = featuresOf([...singles(context), ...extras.expressions], target, context);
  const found = shortestSum(features, target, context);
  return found === null ? null : expressionOf(found);
}

/** Sums that also hold one kind of term times each power of x. */
function solveByProducts(target: Target, context: Context, extras: Extras): Expression | null {
  if (!context.may("×")) return null;
  const factors = featuresOf(powers(context), target, context);
  const others = featuresOf(
    [...singles(context).slice(factors.length), ...extras.expressions],
    target,
    context,
  );
  for (const other of others) {
    const products = factors.map((factor) =>
      timesFeature(factor, other, product(factor.expression, other.expression)),
    );
    const found = shortestSum([...factors, ...products], target, context);
    if (found !== null) return expressionOf(found);
  }
  return null;
}
