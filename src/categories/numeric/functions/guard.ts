import { choice, compare, number, undefinedValue } from "./expression.ts";
import type { Callee, Condition, Expression, Name } from "./expression.ts";
import { alwaysPositive, mayOverflow, neverPositive } from "./signs.ts";
import { nthVariable } from "./lower.ts";
import type { Binding, Program } from "./lower.ts";

/** What a walk through an expression knows and finds out. */
interface Guarding {
  /** Conditions that hold wherever the expression is computed. */
  readonly known: readonly Condition[];
  /** Conditions without which it has no value. */
  readonly needed: Condition[];
  /** Names of arguments; what is asked is always finite. */
  readonly parameters: readonly string[];
  bind(value: Expression): Name;
}

type Surroundings = Pick<Guarding, "parameters" | "bind">;

/** The largest number with a finite exponential, 1024·ln 2 rounded down. */
const LARGEST_EXPONENT = 709.782712893384;

/**
 * The same program for a language that raises where JavaScript gives NaN or an infinity: each
 * expression that divides, rounds, takes a sine, a logarithm or a root is computed only where it
 * has a value, and an exponential that would overflow is infinite. A missing value never turns into a value again, so that the test may stand before
 * the whole.
 */
export function guarded({ parameters, bindings, re, im }: Program): Program {
  const kept: Binding[] = [];
  let used = bindings.length;
  const bind = (value: Expression): Name => {
    const bound: Name = { kind: "name", name: nthVariable(used) };
    used += 1;
    kept.push({ name: bound.name, value });
    return bound;
  };
  const around = { parameters, bind };
  for (const { name, value } of bindings) kept.push({ name, value: whole(value, [], around) });
  const parts = { re: whole(re, [], around), im: im && whole(im, [], around) };
  return { parameters, ...parts, bindings: kept };
}

function whole(
  expression: Expression,
  known: readonly Condition[],
  { parameters, bind }: Surroundings,
): Expression {
  const needed: Condition[] = [];
  const value = inside(expression, { known, needed, parameters, bind });
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
    case "call": {
      const called: Expression = { ...expression, operand: argument(expression, guarding) };
      if (expression.callee !== "exp" || neverPositive(expression.operand)) return called;
      return choice(
        compare(called.operand, "<=", number(LARGEST_EXPONENT)),
        called,
        number(Infinity),
      );
    }
    case "choice": {
      const { when, value, otherwise } = expression;
      const { known } = guarding;
      return choice(
        when,
        whole(value, [...known, when], guarding),
        whole(otherwise, known, guarding),
      );
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
        if (guarding.parameters.includes(name.name)) continue;
        need({ kind: "finite", operand: name }, guarding);
      }
      return rounds(callee) && mayOverflow(operand)
        ? finiteOf(operand, guarding)
        : inside(operand, guarding);
    case "exp":
      return neverPositive(operand) ? inside(operand, guarding) : named(operand, guarding);
    case "abs":
    case "tanh":
      return inside(operand, guarding);
  }
}

/** The operand by its name, with a test against 0 noted unless it cannot fail. */
function tested(operand: Expression, relation: ">" | ">=" | "!=", guarding: Guarding): Expression {
  const neverNegative = operand.kind === "call" && operand.callee === "abs";
  // The schema keeps values made of parameters alone off the forbidden ones.
  if (isFixed(operand) || (relation === ">=" && neverNegative)) return operand;
  if (relation === "!=" && alwaysPositive(operand)) return inside(operand, guarding);
  const bound = named(operand, guarding);
  need(compare(bound, relation, number(0)), guarding);
  return bound;
}

/** The operand by its name, with a test noted that it is finite. */
function finiteOf(operand: Expression, guarding: Guarding): Name {
  const bound = named(operand, guarding);
  need({ kind: "finite", operand: bound }, guarding);
  return bound;
}

function named(operand: Expression, guarding: Guarding): Name {
  if (operand.kind === "name") return operand;
  return guarding.bind(whole(operand, guarding.known, guarding));
}

function rounds(callee: Callee): boolean {
  return callee === "ceil" || callee === "floor";
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
