import { wholePower } from "../../../core/index.ts";
import { number, plus, power, times } from "./expression.ts";
import type { Expression, Name } from "./expression.ts";

/** Which end of a sum of powers is added first; it decides the last bits near a cancellation. */
export type Order = "highest-first" | "lowest-first";

interface Term {
  readonly coefficient: number;
  readonly exponent: number;
}

/**
 * x ↦ Σ coefficients[k]·xᵏ, powers by repeated multiplication; a term with the coefficient 0 is
 * left out, also where its power overflows.
 */
export function powerSum(coefficients: readonly number[], order: Order): (x: number) => number {
  const terms = ordered(coefficients, order);
  return (x) => {
    let total = 0;
    for (const { coefficient, exponent } of terms) {
      if (exponent === 0) {
        total += coefficient;
        continue;
      }
      let raised = x;
      for (let k = 1; k < exponent; k += 1) raised *= x;
      total += coefficient * raised;
    }
    return total;
  };
}

/** The same sum as an expression. */
export function lowerPowerSum(coefficients: readonly number[], order: Order, x: Name): Expression {
  return ordered(coefficients, order)
    .map(({ coefficient, exponent }) =>
      exponent === 0 ? number(coefficient) : times(number(coefficient), power(x, exponent)),
    )
    .reduce(plus, number(0));
}

/** Σ |coefficients[k]·xᵏ| */
export function magnitudeOfSum(coefficients: readonly number[], x: number): number {
  return coefficients.reduce((sum, c, k) => sum + Math.abs(c) * wholePower(Math.abs(x), k), 0);
}

function ordered(coefficients: readonly number[], order: Order): readonly Term[] {
  const terms = coefficients
    .map((coefficient, exponent) => ({ coefficient, exponent }))
    .filter(({ coefficient }) => coefficient !== 0);
  switch (order) {
    case "highest-first":
      return terms.toReversed();
    case "lowest-first":
      return terms;
  }
}
