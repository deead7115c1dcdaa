import type { Law } from "../../../categories/numeric/index.ts";

/** A function of one argument. */
export type Curve = (x: number) => number;

/**
 * Laws that are alike but for the factors of some columns: base(x) + Σ factor·column(x). Factors lie
 * on decimal grids.
 */
export interface Shape {
  /** The family, as the notebook names it. */
  readonly family: string;
  readonly base: Curve | null;
  /** Those decided last come first: the best determined ones belong at the end. */
  readonly columns: readonly Curve[];
  /** How many values of each factor there are in a unit, 10 for tenths; 0 for any number. */
  readonly grids: readonly number[];
  /** ln of the probability of one law of this shape before anything was asked. */
  readonly prior: number;
  /** The law with these factors; `null` where the vocabulary has none. */
  readonly build: (factors: readonly number[]) => Law | null;
}
