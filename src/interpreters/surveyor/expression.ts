/** Functions of one operand that an expression can apply. */
export type Callee = "sin" | "exp" | "log" | "abs" | "floor" | "sign" | "step";

/** An expression in x as data; each node is one operator. */
export type Expression =
  | { readonly kind: "variable" }
  | { readonly kind: "constant"; readonly value: number }
  | { readonly kind: "sum"; readonly terms: readonly Expression[] }
  | { readonly kind: "product"; readonly factors: readonly Expression[] }
  | { readonly kind: "quotient"; readonly above: Expression; readonly below: Expression }
  | { readonly kind: "power"; readonly base: Expression; readonly exponent: number }
  | { readonly kind: "max"; readonly left: Expression; readonly right: Expression }
  | { readonly kind: "call"; readonly callee: Callee; readonly operand: Expression };

/** The argument. */
export const x: Expression = { kind: "variable" };

/** A number. */
export function constant(value: number): Expression {
  return { kind: "constant", value };
}

/** The sum of some terms: numbers are added up, sums inside it taken apart. */
export function sum(...terms: readonly Expression[]): Expression {
  const flat = terms.flatMap((term) => (term.kind === "sum" ? term.terms : [term]));
  const number = flat.reduce(
    (total, term) => total + (term.kind === "constant" ? term.value : 0),
    0,
  );
  const rest = flat.filter(({ kind }) => kind !== "constant");
  const all = number === 0 ? rest : [...rest, constant(number)];
  const [first] = all;
  if (first === undefined) return constant(0);
  return all.length === 1 ? first : { kind: "sum", terms: all };
}

/** The product of some factors: numbers are multiplied, products inside it taken apart. */
export function product(...factors: readonly Expression[]): Expression {
  const flat = factors.flatMap((factor) => (factor.kind === "product" ? factor.factors : [factor]));
  const number = flat.reduce((all, each) => all * (each.kind === "constant" ? each.value : 1), 1);
  if (number === 0) return constant(0);
  const rest = flat.filter(({ kind }) => kind !== "constant");
  const all = number === 1 ? rest : [constant(number), ...rest];
  const [first] = all;
  if (first === undefined) return constant(1);
  return all.length === 1 ? first : { kind: "product", factors: all };
}

/** above ÷ below. */
export function quotient(above: Expression, below: Expression): Expression {
  if (below.kind === "constant") return product(constant(1 / below.value), above);
  return { kind: "quotient", above, below };
}

/** base to a fixed power. */
export function power(base: Expression, exponent: number): Expression {
  return exponent === 1 ? base : { kind: "power", base, exponent };
}

/** A function of one operand, applied. */
export function call(callee: Callee, operand: Expression): Expression {
  return { kind: "call", callee, operand };
}

/** The larger of two. */
export function max(left: Expression, right: Expression): Expression {
  return { kind: "max", left, right };
}

/** x − shift. */
export function shifted(shift: number): Expression {
  return sum(x, constant(-shift));
}

/** The expressions directly inside an expression. */
export function operandsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "variable":
    case "constant":
      return [];
    case "sum":
      return expression.terms;
    case "product":
      return expression.factors;
    case "quotient":
      return [expression.above, expression.below];
    case "power":
      return [expression.base];
    case "max":
      return [expression.left, expression.right];
    case "call":
      return [expression.operand];
  }
}
