/** A variable, or a value that was given a name. */
export interface Name {
  readonly kind: "name";
  readonly name: string;
}

/** Functions of one real argument. */
export type Callee = "abs" | "ceil" | "cos" | "exp" | "floor" | "ln" | "sin" | "tanh";

/** Real arithmetic on doubles, small enough to be printed in any language. */
export type Expression =
  | Name
  | { readonly kind: "number"; readonly value: number }
  /** No value. */
  | { readonly kind: "undefined" }
  /** 2π. */
  | { readonly kind: "full-turn" }
  | { readonly kind: "negative"; readonly operand: Expression }
  | {
      readonly kind: "binary";
      readonly operator: "+" | "-" | "*" | "/";
      readonly left: Expression;
      readonly right: Expression;
    }
  /** base·base·…·base, from left to right; the exponent is a whole number ≥ 2. */
  | { readonly kind: "power"; readonly base: Name; readonly exponent: number }
  /** The real root of a number ≥ 0; the degree is a whole number ≥ 2. */
  | { readonly kind: "root"; readonly degree: number; readonly operand: Expression }
  | { readonly kind: "call"; readonly callee: Callee; readonly operand: Expression }
  | {
      readonly kind: "choice";
      readonly when: Condition;
      readonly value: Expression;
      readonly otherwise: Expression;
    };

/** Something that holds or does not; whatever is compared has a value. */
export type Condition =
  | {
      readonly kind: "comparison";
      readonly relation: ">" | ">=" | "<=" | "==" | "!=";
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: "finite"; readonly operand: Expression }
  | { readonly kind: "all"; readonly conditions: readonly Condition[] };

/** A value in two parts. */
export interface ComplexExpression {
  readonly kind: "complex";
  readonly re: Expression;
  readonly im: Expression;
}

/** 2π. */
export const fullTurn: Expression = { kind: "full-turn" };
/** No value. */
export const undefinedValue: Expression = { kind: "undefined" };

/** A number as an expression. */
export function number(value: number): Expression {
  return { kind: "number", value };
}

/** A variable. */
export function name(text: string): Name {
  return { kind: "name", name: text };
}

// The four below leave out what changes no bit of a result: adding 0, multiplying by 1, and signs
// that can be drawn into the operator.

/** left + right. */
export function plus(left: Expression, right: Expression): Expression {
  if (isNumber(right, 0)) return left;
  if (isNumber(left, 0)) return right;
  const opposite = withoutSign(right);
  return opposite === null ? binary("+", left, right) : binary("-", left, opposite);
}

/** left − right. */
export function minus(left: Expression, right: Expression): Expression {
  if (isNumber(right, 0)) return left;
  const opposite = withoutSign(right);
  return opposite === null ? binary("-", left, right) : binary("+", left, opposite);
}

/** left · right. */
export function times(left: Expression, right: Expression): Expression {
  if (isNumber(left, 1)) return right;
  if (isNumber(right, 1)) return left;
  return isNumber(left, -1) ? { kind: "negative", operand: right } : binary("*", left, right);
}

/** left / right. */
export function divided(left: Expression, right: Expression): Expression {
  return isNumber(right, 1) ? left : binary("/", left, right);
}

/** base to a whole power ≥ 0, by repeated multiplication. */
export function power(base: Name, exponent: number): Expression {
  if (exponent === 0) return number(1);
  return exponent === 1 ? base : { kind: "power", base, exponent };
}

/** The root of a degree ≥ 2. */
export function root(degree: number, operand: Expression): Expression {
  return { kind: "root", degree, operand };
}

/** A function of one argument, applied. */
export function call(callee: Callee, operand: Expression): Expression {
  return { kind: "call", callee, operand };
}

/** left compared with right. */
export function compare(
  left: Expression,
  relation: ">" | ">=" | "<=" | "==" | "!=",
  right: Expression,
): Condition {
  return { kind: "comparison", relation, left, right };
}

/** `value` where the condition holds, `otherwise` elsewhere. */
export function choice(when: Condition, value: Expression, otherwise: Expression): Expression {
  return { kind: "choice", when, value, otherwise };
}

function binary(operator: "+" | "-" | "*" | "/", left: Expression, right: Expression): Expression {
  return { kind: "binary", operator, left, right };
}

function isNumber(expression: Expression, value: number): boolean {
  return expression.kind === "number" && expression.value === value;
}

/** The opposite, where it is the simpler one of the two; otherwise `null`. */
function withoutSign(expression: Expression): Expression | null {
  if (expression.kind === "number" && expression.value < 0) return number(-expression.value);
  if (expression.kind === "negative") return expression.operand;
  if (expression.kind !== "binary" || expression.operator !== "*") return null;
  const left = withoutSign(expression.left);
  return left === null ? null : times(left, expression.right);
}
