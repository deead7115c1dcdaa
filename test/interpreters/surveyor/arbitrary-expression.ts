import * as fc from "fast-check";
import {
  call,
  constant,
  max,
  power,
  product,
  quotient,
  sum,
  x,
} from "../../../src/interpreters/surveyor/expression.ts";
import type { Callee, Expression } from "../../../src/interpreters/surveyor/expression.ts";

const callees: readonly Callee[] = ["sin", "exp", "log", "abs", "floor", "sign", "step"];

/** Any expression over the surveyor's operators, up to four levels deep. */
export const arbitraryExpression: fc.Arbitrary<Expression> = fc.letrec<{ any: Expression }>(
  (tie) => ({
    any: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.constant(x),
      fc.integer({ min: -30, max: 30 }).map((tenths) => constant(tenths / 10)),
      fc.tuple(tie("any"), tie("any")).map((terms) => sum(...terms)),
      fc.tuple(tie("any"), tie("any")).map((factors) => product(...factors)),
      fc.tuple(tie("any"), tie("any")).map(([above, below]) => quotient(above, below)),
      fc.tuple(tie("any"), tie("any")).map(([left, right]) => max(left, right)),
      fc
        .tuple(tie("any"), fc.constantFrom(-2, -1, 0.5, 2, 3))
        .map(([base, exponent]) => power(base, exponent)),
      fc
        .tuple(fc.constantFrom(...callees), tie("any"))
        .map(([callee, operand]) => call(callee, operand)),
    ),
  }),
).any;
