import type * as z from "zod";
import type { Draws } from "../../../core/index.ts";
import type { BreakWindow } from "./break-window.ts";
import type { ComplexExpression, Expression, Name } from "./expression.ts";
import type { Extent, FormClass } from "./form-class.ts";

/** A law of a family as data, by the schema of its parameters; none of them is written to. */
export type Shape<S extends z.ZodType> = Unwritten<z.output<S>>;
type Unwritten<T> = {
  readonly [K in keyof T]: T[K] extends readonly (infer Each)[] ? readonly Each[] : T[K];
};

/** The schema of laws of a family, told from others by their kind. */
type LawSchema<A> = z.ZodType<A> & z.core.$ZodTypeDiscriminable<"kind">;

/** What makes factor·law + offset of the parameters of a law. */
export interface Scaling {
  /** For one that the law is proportional to. */
  scaled(value: number): number;
  /** For one that is added to it, too. */
  moved(value: number): number;
}

/**
 * Everything that is known of a family: its parameters, how it is drawn, computed, told and written
 * as code, where it breaks off, and what may stand for it. All else goes through these.
 */
export interface NumericFamily<A extends { readonly kind: string }> {
  readonly kind: A["kind"];
  /** Of the released benchmark; one that stands in its compositions only; or one of our own. */
  readonly origin: "released" | "part" | "own";
  readonly schema: LawSchema<A>;
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
  /** Where it jumps, has a kink or a pole, those nearest to the centre first; absent where it never does. */
  breaks?(atom: A, window: BreakWindow): readonly number[];
  /** Those of 1, x, x², … where it is a polynomial everywhere; absent, or `null`, where it is none. */
  coefficients?(atom: A): readonly number[] | null;
  /** factor·law + offset as a law of the same family; absent where its parameters cannot say that. */
  adjusted?(atom: A, scaling: Scaling): A;
  /**
   * The size of what is added up at x, without signs: rounding errors of its value are some multiple
   * of this times the precision of doubles.
   */
  magnitude(atom: A, x: number): number;
  /** Which laws are of the same form, on points within an extent. */
  form(atom: A, extent: Extent): FormClass;
  /** What a straight line before it makes of it: one of the same form, or one whose kink, jumps or pulse lie elsewhere. */
  readonly afterLine: "same" | "kink" | "jump" | "rounding" | "pulse" | "remainder";
}
