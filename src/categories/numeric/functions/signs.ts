import type { Expression } from "./expression.ts";

/** False for a finite value, and for one divided by a number that does not make it larger. */
export function mayOverflow(expression: Expression): boolean {
  if (expression.kind === "name") return false;
  if (expression.kind !== "binary" || expression.operator !== "/") return true;
  const { left, right } = expression;
  return mayOverflow(left) || right.kind !== "number" || Math.abs(right.value) < 1;
}

/** True for −c·|x| and −c·x·x, as exponents often are. */
export function neverPositive(expression: Expression): boolean {
  if (expression.kind === "number") return expression.value <= 0;
  if (expression.kind === "negative") return isMagnitude(expression.operand);
  if (expression.kind !== "binary" || expression.operator !== "*") return false;
  const { left, right } = expression;
  if (isMagnitude(right)) return neverPositive(left);
  if (left.kind !== "binary" || left.operator !== "*" || right.kind !== "name") return false;
  const squared = left.right.kind === "name" && left.right.name === right.name;
  return squared && neverPositive(left.left);
}

function isMagnitude(expression: Expression): boolean {
  return expression.kind === "call" && expression.callee === "abs";
}

/** True for a number above 0 plus an exponential. */
export function alwaysPositive(expression: Expression): boolean {
  if (expression.kind !== "binary" || expression.operator !== "+") return false;
  const { left, right } = expression;
  const positive = left.kind === "number" && left.value > 0;
  return positive && right.kind === "call" && right.callee === "exp";
}
