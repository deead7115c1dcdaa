import { constant, power, product, sum } from "./expression.ts";
import type { Expression } from "./expression.ts";

/** A sum with a square root where what is under the root is negative. */
export interface ComplexBranch {
  /** Negative where the branch holds. */
  readonly under: Expression;
  readonly re: Expression;
  readonly im: Expression;
}

/**
 * What a sum with one multiple of a square root is where the root is imaginary: √u = i·√(−u).
 * `null` for other expressions.
 */
export function complexBranchOf(expression: Expression): ComplexBranch | null {
  const terms = expression.kind === "sum" ? expression.terms : [expression];
  const roots = terms.filter((term) => rootIn(term) !== null);
  const [term] = roots;
  const root = term === undefined ? null : rootIn(term);
  if (root === null || roots.length !== 1) return null;
  return {
    under: root.under,
    re: sum(...terms.filter((each) => each !== term)),
    im: product(constant(root.factor), power(product(constant(-1), root.under), 0.5)),
  };
}

/** The factor and the operand of a multiple of a square root. */
function rootIn(term: Expression): { readonly factor: number; readonly under: Expression } | null {
  if (term.kind === "power") return term.exponent === 0.5 ? { factor: 1, under: term.base } : null;
  if (term.kind !== "product" || term.factors.length !== 2) return null;
  const [first, second] = term.factors;
  if (first?.kind !== "constant" || second?.kind !== "power" || second.exponent !== 0.5)
    return null;
  return { factor: first.value, under: second.base };
}
