import type { Region, StatedNoise } from "../../contract/index.ts";
import type { Expression } from "./expression.ts";

/** A stretch with a rule of its own. */
export interface Exception {
  readonly region: Region;
  readonly expression: Expression;
}

/** How much stands behind a rule. */
export type Standing =
  /** Fresh points agreed with it. */
  | "verified"
  /** It gives all answers, but too few could be asked to test it. */
  | "unverified"
  /** It is as near as the noise allows. */
  | "noisy"
  /** It is near the answers, and not exact. */
  | "approximate";

/** A rule in one expression. */
export interface Rule {
  readonly kind: "rule";
  readonly expression: Expression;
  readonly exceptions: readonly Exception[];
  readonly noise: StatedNoise | null;
  readonly standing: Standing;
  /** Stated probability of being right, 0 to 1. */
  readonly confidence: number;
  /** Whether some answers had an imaginary part. */
  readonly isComplex: boolean;
}

/** The answers themselves, for want of a rule, to be joined by straight lines. */
export interface Table {
  readonly kind: "table";
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}

/** What an investigation ended with. */
export type Finding = { readonly kind: "nothing"; readonly reason: string } | Rule | Table;
