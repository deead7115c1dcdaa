import { choice, compare, minus, name, number, plus, times, undefinedValue } from "./expression.ts";
import type { ComplexExpression, Expression, Name } from "./expression.ts";
import { isComposition } from "./inspect.ts";
import { meaningOf } from "./meaning.ts";
import type { Law } from "./spec.ts";

/** A value that later expressions refer to by its name. */
export interface Binding {
  readonly name: string;
  readonly value: Expression;
}

/** A law as straight-line arithmetic: names bound in order, then the value in its parts. */
export interface Program {
  readonly bindings: readonly Binding[];
  readonly re: Expression;
  /** `null` where every value is real. */
  readonly im: Expression | null;
}

type Bind = (value: Expression) => Name;
type Lowered = Expression | ComplexExpression;

/** Lowers a law of `x` to the operations of `evaluate`, in the same order. */
export function lowerLaw(law: Law): Program {
  const bindings: Binding[] = [];
  const bind = (value: Expression): Name => {
    if (value.kind === "name") return value;
    const bound = name(nthVariable(bindings.length));
    bindings.push({ name: bound.name, value });
    return bound;
  };
  const value = lowerInto(law, name("x"), bind);
  return value.kind === "complex"
    ? { bindings, re: value.re, im: value.im }
    : { bindings, re: value, im: null };
}

/** Names for what stands between x and f(x): u, v, w, then u4, u5, … */
export function nthVariable(index: number): string {
  return ["u", "v", "w"][index] ?? `u${index + 1}`;
}

function lowerInto(law: Law, x: Name, bind: Bind): Lowered {
  if (!isComposition(law)) return meaningOf(law).lower(x, bind);
  switch (law.kind) {
    case "sum":
      return law.terms.map((term) => lowerInto(term, x, bind)).reduce(added);
    case "product":
      return law.factors
        .map((factor) => lowerInto(factor, x, bind))
        .reduce((left, right) => multiplied(left, right, bind));
    case "compose": {
      const between = bind(realPart(lowerInto(law.inner, x, bind), bind));
      return whereFinite(between, lowerInto(law.outer, between, bind));
    }
  }
}

function added(left: Lowered, right: Lowered): Lowered {
  if (left.kind !== "complex") {
    return right.kind === "complex" ? { ...right, re: plus(left, right.re) } : plus(left, right);
  }
  return right.kind === "complex"
    ? { kind: "complex", re: plus(left.re, right.re), im: plus(left.im, right.im) }
    : { ...left, re: plus(left.re, right) };
}

function multiplied(left: Lowered, right: Lowered, bind: Bind): Lowered {
  if (left.kind !== "complex") {
    return right.kind === "complex" ? scaled(right, left, bind) : times(left, right);
  }
  if (right.kind !== "complex") return scaled(left, right, bind);
  const [a, b, c, d] = [bind(left.re), bind(left.im), bind(right.re), bind(right.im)];
  const im = plus(times(c, b), times(a, d));
  return { kind: "complex", re: minus(times(a, c), times(b, d)), im };
}

function scaled(value: ComplexExpression, factor: Expression, bind: Bind): ComplexExpression {
  const bound = bind(factor);
  return { kind: "complex", re: times(bound, value.re), im: times(bound, value.im) };
}

/** A value that must be real: no value where it is complex. */
function realPart(value: Lowered, bind: Bind): Expression {
  if (value.kind !== "complex") return value;
  return choice(compare(bind(value.im), "==", number(0)), value.re, undefinedValue);
}

function whereFinite(operand: Name, value: Lowered): Lowered {
  const guarded = (part: Expression): Expression =>
    choice({ kind: "finite", operand }, part, undefinedValue);
  return value.kind === "complex"
    ? { kind: "complex", re: guarded(value.re), im: guarded(value.im) }
    : guarded(value);
}
