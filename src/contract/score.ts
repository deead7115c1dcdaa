/** Why a score could not be given; whose reason it is decides what it counts for. */
export type UnscoredReason =
  | "abstained"
  | "code-crashed"
  | "code-not-loaded"
  | "code-out-of-memory"
  | "code-threw"
  | "code-timed-out"
  | "code-unparsable"
  | "constant-truth"
  | "law-not-learned"
  | "no-code"
  | "no-law"
  | "no-lookup"
  | "no-sandbox"
  | "no-such-input"
  | "not-stated"
  | "output-not-a-number"
  /** The function has a value at too few points of the published test. */
  | "published-undefined"
  /** The code's output depends on what it was asked before. */
  | "stateful"
  | "zero-energy";

/** One figure of one item. */
export type Score = Attributed &
  (
    | { readonly kind: "scored"; readonly value: number }
    | { readonly kind: "unscored"; readonly reason: UnscoredReason; readonly detail?: string }
  );

interface Attributed {
  /**
   * The scorer that gave it and its version, such as `numeric-published/1`; absent while it is made,
   * in `scored` events, which name their scorer themselves, and in older records.
   */
  readonly scorer?: string;
}

/** The figures of one item, by the metric's name in the documentation, such as `nmse<0.1`. */
export type Scores = { readonly [metric: string]: Score };

/** A figure over n items with the ends of its 95 % confidence interval. */
export interface Estimate {
  readonly n: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}
