import { exp, ln, pow, sin } from "../../core/index.ts";
import type { Callee, Expression } from "./expression.ts";

/** A function of one real number; NaN or an infinity where it has no value. */
export type RealFunction = (x: number) => number;

const callees: Readonly<Record<Callee, RealFunction>> = {
  sin: (u) => (Number.isFinite(u) ? sin(u) : NaN),
  exp,
  log: (u) => (u > 0 ? ln(u) : NaN),
  abs: Math.abs,
  floor: Math.floor,
  sign: Math.sign,
  step: (u) => (u > 0 ? 1 : 0),
};

/** What an expression computes. */
export function compile(expression: Expression): RealFunction {
  switch (expression.kind) {
    case "variable":
      return (x) => x;
    case "constant": {
      const { value } = expression;
      return () => value;
    }
    case "sum":
      return added(expression.terms.map(compile));
    case "product":
      return multiplied(expression.factors.map(compile));
    case "quotient": {
      const [above, below] = [compile(expression.above), compile(expression.below)];
      return (x) => above(x) / below(x);
    }
    case "power":
      return raised(compile(expression.base), expression.exponent);
    case "max": {
      const [left, right] = [compile(expression.left), compile(expression.right)];
      return (x) => Math.max(left(x), right(x));
    }
    case "call": {
      const [callee, operand] = [callees[expression.callee], compile(expression.operand)];
      return (x) => callee(operand(x));
    }
  }
}

function added(terms: readonly RealFunction[]): RealFunction {
  return (x) => {
    let total = 0;
    for (const term of terms) total += term(x);
    return total;
  };
}

function multiplied(factors: readonly RealFunction[]): RealFunction {
  return (x) => {
    let total = 1;
    for (const factor of factors) total *= factor(x);
    return total;
  };
}

function raised(base: RealFunction, exponent: number): RealFunction {
  if (exponent === 0.5) return (x) => Math.sqrt(base(x));
  if (exponent === -1) return (x) => 1 / base(x);
  if (!Number.isInteger(exponent) || exponent < 1) return (x) => pow(base(x), exponent);
  return (x) => {
    const once = base(x);
    let total = once;
    for (let k = 1; k < exponent; k += 1) total *= once;
    return total;
  };
}

/** An expression's values at some points. */
export function valuesAt(expression: Expression, xs: Float64Array): Float64Array {
  return xs.map(compile(expression));
}
