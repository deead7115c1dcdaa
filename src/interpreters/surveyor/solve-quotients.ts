import { valuesAt } from "./compile.ts";
import { featuresOf } from "./context.ts";
import type { Context, Feature } from "./context.ts";
import { constant, product, quotient, sum } from "./expression.ts";
import type { Expression } from "./expression.ts";
import { polish } from "./polish.ts";
import { powers } from "./pool.ts";
import { fitSum } from "./sums.ts";
import { explains, residualsOf } from "./target.ts";
import type { Target } from "./target.ts";

/** How often a quotient is fitted again with weights from the last divisor (Sanathanan and Koerner). */
const PASSES = 3;

/** A quotient of two sums of powers of x that explains the target, the shortest first. */
export function solveByQuotient(target: Target, context: Context): Expression | null {
  if (!context.may("÷")) return null;
  const features = featuresOf(powers(context), target, context);
  for (let total = 1; total < 2 * features.length; total += 1)
    for (let below = 1; below < Math.min(total + 1, features.length); below += 1) {
      const above = total - below + 1;
      if (above > features.length || target.xs.length < 2 * (above + below)) continue;
      const found = quotientOf(
        { above: features.slice(0, above), below: features.slice(1, below + 1) },
        target,
        context,
      );
      if (found !== null) return found;
    }
  return null;
}

/** The features of a quotient: the divisor's are those beside its constant term, which is 1. */
interface Parts {
  readonly above: readonly Feature[];
  readonly below: readonly Feature[];
}

function quotientOf({ above, below }: Parts, target: Target, context: Context): Expression | null {
  const features = [...above, ...below.map((feature) => timesValues(feature, target))];
  let sigma = target.sigma.map(
    (each, i) => each * Math.max(1, ...below.map(({ column }) => Math.abs(column[i] ?? 0))),
  );
  for (let pass = 0; pass < PASSES; pass += 1) {
    const fitted = fitSum(features, { ...target, sigma }, context);
    if (fitted === null) return null;
    const coefficients = [...fitted.fit.coefficients];
    const divisor = sumOf(
      below,
      coefficients.slice(above.length).map((each) => -each),
      1,
    );
    const rough = quotient(sumOf(above, coefficients, 0), divisor);
    const values = valuesAt(rough, target.xs);
    const residuals = residualsOf(target, values);
    if (residuals.every((residual) => Math.abs(residual) < 1e3)) {
      if (explains(target, residuals)) return rough;
      const better = polish(rough, target, context);
      if (explains(target, residualsOf(target, valuesAt(better, target.xs)))) return better;
    }
    const divisors = valuesAt(divisor, target.xs);
    sigma = target.sigma.map((each, i) => each * Math.abs(divisors[i] ?? 1) || each);
  }
  return null;
}

function sumOf(
  features: readonly Feature[],
  coefficients: readonly number[],
  offset: number,
): Expression {
  return sum(
    ...features.map(({ expression }, i) => product(constant(coefficients[i] ?? 0), expression)),
    constant(offset),
  );
}

function timesValues({ expression, column }: Feature, { ys }: Target): Feature {
  return { expression, column: column.map((value, i) => value * (ys[i] ?? NaN)) };
}
