import { operandsOf } from "./expression.ts";
import type { Expression } from "./expression.ts";

/** The constants of an expression, from left to right. */
export function constantsOf(expression: Expression): readonly number[] {
  if (expression.kind === "constant") return [expression.value];
  return operandsOf(expression).flatMap(constantsOf);
}

/** The same expression with other constants, from left to right. */
export function withConstants(expression: Expression, values: readonly number[]): Expression {
  let next = 0;
  const replaced = (each: Expression): Expression => {
    switch (each.kind) {
      case "variable":
        return each;
      case "constant": {
        const value = values[next] ?? each.value;
        next += 1;
        return { ...each, value };
      }
      case "sum":
        return { ...each, terms: each.terms.map(replaced) };
      case "product":
        return { ...each, factors: each.factors.map(replaced) };
      case "quotient": {
        const above = replaced(each.above);
        return { ...each, above, below: replaced(each.below) };
      }
      case "power":
        return { ...each, base: replaced(each.base) };
      case "max": {
        const left = replaced(each.left);
        return { ...each, left, right: replaced(each.right) };
      }
      case "call":
        return { ...each, operand: replaced(each.operand) };
    }
  };
  return replaced(expression);
}
