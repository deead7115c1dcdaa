import type { Region, StatedNoise } from "../../contract/index.ts";
import type { NumericSpec } from "../../categories/numeric/index.ts";

/**
 * How far a finding is to be trusted: `exact` was confirmed on fresh points, `likely` is the best of
 * the laws that the data allow, `approximation` follows the values without a claim to be the law.
 */
export type Standing = "exact" | "likely" | "approximation";

/** Values joined by straight lines; the outermost lines go on beyond the ends. */
export interface Knots {
  /** Ascending. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}

interface Told {
  readonly standing: Standing;
  /** Probability, 0 to 1, that the law is right. */
  readonly confidence: number;
  /** Sentences for the description, beside what the spec says itself. */
  readonly remarks: readonly string[];
}

/** What an investigation came to. */
export type Finding =
  | (Told & {
      readonly kind: "spec";
      /** The function as far as it is known, noise and regions included. */
      readonly spec: NumericSpec;
    })
  | (Told & {
      readonly kind: "table";
      readonly knots: Knots;
      readonly regions: readonly Region[];
      readonly noise: StatedNoise | null;
    });
