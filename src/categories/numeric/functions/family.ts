import type { Draws } from "../../../core/index.ts";
import type { ComplexExpression, Expression, Name } from "./expression.ts";
import type { Atom } from "./spec.ts";

/** Everything that a family means: how it is drawn, computed, told and written as code. */
export interface NumericFamily<A extends Atom> {
  readonly kind: A["kind"];
  /** Draws parameters in the released ranges, or in ranges of our own beyond the released families; none of which makes it another family. */
  sample(draws: Draws): A;
  /** The real part as a function of x; not finite where there is no value. */
  real(atom: A): (x: number) => number;
  /** The imaginary part; absent, or `null`, where every value is real. */
  imaginary?(atom: A): ((x: number) => number) | null;
  /** A noun phrase in English with every parameter. */
  describe(atom: A, variable: string): string;
  /** The same of a law whose kink at 0 was moved to `at`. */
  describeAt?(atom: A, variable: string, at: number): string;
  /** The same operations in the same order as `real`, as an expression in `x`. */
  lower(atom: A, x: Name, bind: (value: Expression) => Name): Expression | ComplexExpression;
}
