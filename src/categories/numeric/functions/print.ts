import type { Callee, Condition, Expression } from "./expression.ts";

type Choice = Extract<Expression, { readonly kind: "choice" }>;

/** How tightly a text holds together, from loosest to tightest. */
export const tightness = { choice: 0, sum: 1, product: 2, sign: 3, atom: 4 } as const;

/** A text and how tightly it holds together. */
export interface Printed {
  readonly text: string;
  readonly level: number;
}

/** What differs between the languages that an expression is printed in. */
export interface Dialect {
  /** A number ≥ 0. */
  number(value: number): string;
  readonly minus: string;
  readonly undefinedValue: string;
  readonly fullTurn: Printed;
  readonly operators: { readonly [operator in "+" | "-" | "*" | "/"]: string };
  /** Whether `a + (b + c)` must keep its parentheses. */
  readonly keepsOrder: boolean;
  power(base: string, exponent: number): Printed;
  root(degree: number, operand: Printed): Printed;
  call(callee: Callee, operand: string): Printed;
  finite(operand: string): string;
  relation(relation: ">" | ">=" | "<=" | "==" | "!="): string;
  readonly and: string;
  choice(when: string, value: Printed, otherwise: Printed, printed: Choice): Printed;
}

/** An expression as text. */
export function print(expression: Expression, dialect: Dialect): Printed {
  const inner = (part: Expression): Printed => print(part, dialect);
  switch (expression.kind) {
    case "name":
      return { text: expression.name, level: tightness.atom };
    case "number":
      return expression.value < 0
        ? { text: dialect.minus + dialect.number(-expression.value), level: tightness.sign }
        : { text: dialect.number(Math.abs(expression.value)), level: tightness.atom };
    case "undefined":
      return { text: dialect.undefinedValue, level: tightness.atom };
    case "full-turn":
      return dialect.fullTurn;
    case "negative": {
      const operand = atLeast(inner(expression.operand), tightness.atom);
      return { text: dialect.minus + operand, level: tightness.sign };
    }
    case "binary":
      return printBinary(
        expression.operator,
        inner(expression.left),
        inner(expression.right),
        dialect,
      );
    case "power":
      return dialect.power(expression.base.name, expression.exponent);
    case "root":
      return dialect.root(expression.degree, inner(expression.operand));
    case "call":
      return dialect.call(expression.callee, inner(expression.operand).text);
    case "choice": {
      const { when, value, otherwise } = expression;
      return dialect.choice(
        printCondition(when, dialect),
        inner(value),
        inner(otherwise),
        expression,
      );
    }
  }
}

/** The text, in parentheses if it holds together less tightly than asked for. */
export function atLeast({ text, level }: Printed, wanted: number): string {
  return level < wanted ? `(${text})` : text;
}

function printBinary(
  operator: "+" | "-" | "*" | "/",
  left: Printed,
  right: Printed,
  dialect: Dialect,
): Printed {
  const level = operator === "+" || operator === "-" ? tightness.sum : tightness.product;
  const free = !dialect.keepsOrder && (operator === "+" || operator === "*");
  const signed = right.text.startsWith(dialect.minus);
  const rightText = signed ? `(${right.text})` : atLeast(right, free ? level : level + 1);
  const slanted = !dialect.keepsOrder && operator === "*" && left.text.includes("/");
  const leftText = slanted && left.level === level ? `(${left.text})` : atLeast(left, level);
  return { text: leftText + dialect.operators[operator] + rightText, level };
}

function printCondition(condition: Condition, dialect: Dialect): string {
  switch (condition.kind) {
    case "comparison": {
      const left = atLeast(print(condition.left, dialect), tightness.sum);
      const right = atLeast(print(condition.right, dialect), tightness.sum);
      return `${left} ${dialect.relation(condition.relation)} ${right}`;
    }
    case "finite":
      return dialect.finite(print(condition.operand, dialect).text);
    case "all":
      return condition.conditions.map((part) => printCondition(part, dialect)).join(dialect.and);
  }
}
