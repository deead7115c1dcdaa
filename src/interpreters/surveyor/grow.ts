import { ln } from "../../core/index.ts";
import type { Context, Feature } from "./context.ts";
import { featuresOf } from "./context.ts";
import { powers, singles, straight } from "./pool.ts";
import { builderOf, refine, starts } from "./scan-search.ts";
import { exponentialScan, kinkScan, sineScan, stepScan } from "./scans.ts";
import { fitSum } from "./sums.ts";
import type { FittedSum } from "./sums.ts";
import type { Target } from "./target.ts";

/** The most terms of a sum that is only near its target. */
const MOST_TERMS = 7;

/** With fewer points than this nothing is scanned for. */
const FEW = 12;

/** Schwarz's criterion (https://doi.org/10.1214/aos/1176344136), twice as dear per constant since terms are chosen. */
function criterion({ features, fit }: FittedSum, constants: number, { xs }: Target): number {
  const n = xs.length;
  return n * ln(fit.cost / n + 1e-300) + 2 * (features.length + constants) * ln(n);
}

/** The sum nearest to a target by the criterion: of single operators, or beside one whose constant is scanned for. */
export function nearestSum(target: Target, context: Context): FittedSum | null {
  const found: { readonly sum: FittedSum; readonly score: number }[] = [];
  const keep = (sum: FittedSum | null, constants: number): void => {
    if (sum !== null) found.push({ sum, score: criterion(sum, constants, target) });
  };
  keep(grown(featuresOf(straight.slice(0, 1), target, context), target, context), 0);
  keep(shortestPolynomial(target, context), 0);
  const scans = target.xs.length < FEW ? [] : [sineScan, exponentialScan, kinkScan, stepScan];
  for (const scan of scans) {
    if (!context.may(scan.operator)) continue;
    const builder = builderOf(([value = 0]) => [...straight, ...scan.make(value)]);
    for (const start of starts(scan, [], builder, target, context).slice(0, 2))
      keep((refine(start, builder, target, context) ?? start).fitted, 1);
  }
  return found.toSorted((a, b) => a.score - b.score)[0]?.sum ?? null;
}

/** Adds the single operator that helps most, as long as the criterion says that it is worth it. */
function grown(first: readonly Feature[], target: Target, context: Context): FittedSum | null {
  const pool = featuresOf(singles(context), target, context);
  let best = fitSum(first, target, context);
  while (best !== null && best.features.length < MOST_TERMS) {
    const before: FittedSum = best;
    const tried = pool
      .filter(
        (feature) => !before.features.some(({ expression }) => expression === feature.expression),
      )
      .map((feature) => fitSum([...before.features, feature], target, context))
      .filter((sum) => sum !== null)
      .toSorted((a, b) => a.fit.cost - b.fit.cost)[0];
    if (tried === undefined || criterion(tried, 0, target) >= criterion(before, 0, target)) break;
    best = tried;
  }
  return best;
}

function shortestPolynomial(target: Target, context: Context): FittedSum | null {
  const features = featuresOf(powers(context), target, context);
  return (
    features
      .map((_, degree) => fitSum(features.slice(0, degree + 1), target, context))
      .filter((sum) => sum !== null)
      .toSorted((a, b) => criterion(a, 0, target) - criterion(b, 0, target))[0] ?? null
  );
}
