import { choice, compare, number, undefinedValue } from "./expression.ts";
import type { Condition, Expression, Name } from "./expression.ts";
import { nthVariable } from "./lower.ts";
import type { Binding, Program } from "./lower.ts";

/** What a walk through an expression knows and finds out. */
interface Guarding {
  /** Conditions that hold wherever the expression is computed. */
  readonly known: readonly Condition[];
  /** Conditions without which it has no value. */
  readonly needed: Condition[];
  bind(value: Expression): Name;
}

/**
 * The same program for a language that raises where JavaScript gives NaN or an infinity: each
 * expression that divides, rounds, takes a sine, a logarithm or a root is computed only where it
 * has a value. A missing value never turns into a value again, so that the test may stand before
 * the whole.
 */
export function guarded({ bindings, re, im }: Program): Program {
  const kept: Binding[] = [];
  let used = bindings.length;
  const bind = (value: Expression): Name => {
    const bound: Name = { kind: "name", name: nthVariable(used) };
    used += 1;
    kept.push({ name: bound.name, value });
    return bound;
  };
  for (const { name, value } of bindings) kept.push({ name, value: whole(value, [], bind) });
  return { re: whole(re, [], bind), im: im && whole(im, [], bind), bindings: kept };
}

function whole(
  expression: Expression,
  known: readonly Condition[],
  bind: Guarding["bind"],
): Expression {
  const needed: Condition[] = [];
  const value = inside(expression, { known, needed, bind });
  const [first, ...rest] = needed;
  if (first === undefined) return value;
  const when: Condition = rest.length === 0 ? first : { kind: "all", conditions: needed };
  return choice(when, value, undefinedValue);
}

function inside(expression: Expression, guarding: Guarding): Expression {
  const within = (part: Expression): Expression => inside(part, guarding);
  switch (expression.kind) {
    case "name":
    case "number":
    case "undefined":
    case "full-turn":
    case "power":
      return expression;
    case "negative":
      return { ...expression, operand: within(expression.operand) };
    case "binary": {
      const { operator, right } = expression;
      const divisor = operator === "/" ? tested(right, "!=", guarding) : within(right);
      return { ...expression, left: within(expression.left), right: divisor };
    }
    case "root":
      return { ...expression, operand: tested(expression.operand, ">=", guarding) };
    case "call":
      return { ...expression, operand: argument(expression, guarding) };
    case "choice": {
      const { when, value, otherwise } = expression;
      const { known, bind } = guarding;
      return choice(when, whole(value, [...known, when], bind), whole(otherwise, known, bind));
    }
  }
}

function argument(
  { callee, operand }: Extract<Expression, { readonly kind: "call" }>,
  guarding: Guarding,
): Expression {
  switch (callee) {
    case "ln":
      return tested(operand, ">", guarding);
    case "ceil":
    case "cos":
    case "floor":
    case "sin":
      for (const name of namesIn(operand)) {
        // What is asked is always finite.
        if (name.name !== "x") need({ kind: "finite", operand: name }, guarding);
      }
      return inside(operand, guarding);
    case "abs":
    case "exp":
    case "tanh":
      return inside(operand, guarding);
  }
}

/** The operand by its name, with a test against 0 noted unless it cannot fail. */
function tested(operand: Expression, relation: ">" | ">=" | "!=", guarding: Guarding): Expression {
  const neverNegative = operand.kind === "call" && operand.callee === "abs";
  // The schema keeps values made of parameters alone off the forbidden ones.
  if (isFixed(operand) || (relation === ">=" && neverNegative)) return operand;
  const { known, bind } = guarding;
  const bound = operand.kind === "name" ? operand : bind(whole(operand, known, bind));
  need(compare(bound, relation, number(0)), guarding);
  return bound;
}

/** Notes a condition, unless it is known to hold or noted already. */
function need(condition: Condition, { known, needed }: Guarding): void {
  const text = JSON.stringify(condition);
  if (![...known, ...needed].some((other) => JSON.stringify(other) === text)) {
    needed.push(condition);
  }
}

function isFixed(expression: Expression): boolean {
  return expression.kind !== "undefined" && namesIn(expression).length === 0;
}

/** The names that a value hangs on, but for those in conditions. */
function namesIn(expression: Expression): readonly Name[] {
  switch (expression.kind) {
    case "name":
      return [expression];
    case "power":
      return [expression.base];
    case "number":
    case "undefined":
    case "full-turn":
      return [];
    case "negative":
    case "root":
    case "call":
      return namesIn(expression.operand);
    case "binary":
      return [...namesIn(expression.left), ...namesIn(expression.right)];
    case "choice":
      return [...namesIn(expression.value), ...namesIn(expression.otherwise)];
  }
}
