import { choice, compare, minus, name, number, plus, times, undefinedValue } from "./expression.ts";
import type { ComplexExpression, Expression, Name } from "./expression.ts";
import { familyOf } from "./families.ts";
import { isAtom } from "./inspect.ts";
import type { Law, Piecewise } from "./spec.ts";

/** A value that later expressions refer to by its name. */
export interface Binding {
  readonly name: string;
  readonly value: Expression;
}

/** A law as straight-line arithmetic: names bound in order, then the value in its parts. */
export interface Program {
  /** The names of the arguments in order. */
  readonly parameters: readonly string[];
  readonly bindings: readonly Binding[];
  readonly re: Expression;
  /** `null` where every value is real. */
  readonly im: Expression | null;
}

type Bind = (value: Expression) => Name;
type Lowered = Expression | ComplexExpression;

type Arguments = readonly [Name, ...(readonly Name[])];

/** Lowers a law to the operations of `evaluate`, in the same order. */
export function lowerLaw(law: Law, parameters: readonly string[]): Program {
  const bindings: Binding[] = [];
  const bind = (value: Expression): Name => {
    if (value.kind === "name") return value;
    const bound = name(nthVariable(bindings.length));
    bindings.push({ name: bound.name, value });
    return bound;
  };
  const [first = "x", ...rest] = parameters;
  const value = lowerInto(law, [name(first), ...rest.map(name)], bind);
  return value.kind === "complex"
    ? { parameters, bindings, re: value.re, im: value.im }
    : { parameters, bindings, re: value, im: null };
}

/** Names for so many arguments: x, y, z, or from four on x and its number, written as asked for. */
export function parameterNames(
  arity: number,
  numbered: (index: number) => string = String,
): readonly string[] {
  if (arity <= 3) return ["x", "y", "z"].slice(0, arity);
  return Array.from({ length: arity }, (_, i) => `x${numbered(i + 1)}`);
}

/** Names for what stands between x and f(x): u, v, w, then u4, u5, … */
export function nthVariable(index: number): string {
  return ["u", "v", "w"][index] ?? `u${index + 1}`;
}

function lowerInto(law: Law, inputs: Arguments, bind: Bind): Lowered {
  if (isAtom(law)) return familyOf(law.kind).lower(law, inputs[0], bind);
  switch (law.kind) {
    case "argument":
      return inputs[law.index] ?? undefinedValue;
    case "sum":
      return law.terms.map((term) => lowerInto(term, inputs, bind)).reduce(added);
    case "product":
      return law.factors
        .map((factor) => lowerInto(factor, inputs, bind))
        .reduce((left, right) => multiplied(left, right, bind));
    case "compose": {
      const [, ...rest] = inputs;
      const between = bind(realPart(lowerInto(law.inner, inputs, bind), bind));
      const value = lowerInto(law.outer, [between, ...rest], bind);
      // What is asked is always finite.
      return law.inner.kind === "argument" ? value : whereFinite(between, value);
    }
    case "piecewise":
      return lowerPieces(law, inputs, bind);
  }
}

function lowerPieces({ pieces }: Piecewise, inputs: Arguments, bind: Bind): Lowered {
  const parts = pieces.map(({ upTo, law }) => ({ upTo, value: lowerInto(law, inputs, bind) }));
  const chosen = (part: (value: Lowered) => Expression): Expression =>
    parts.reduceRight<Expression>((otherwise, { upTo, value }) => {
      if (upTo === null) return part(value);
      return choice(compare(inputs[0], "<=", number(upTo)), part(value), otherwise);
    }, undefinedValue);
  const re = chosen((value) => (value.kind === "complex" ? value.re : value));
  if (parts.every(({ value }) => value.kind !== "complex")) return re;
  const im = chosen((value) => (value.kind === "complex" ? value.im : number(0)));
  return { kind: "complex", re, im };
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
