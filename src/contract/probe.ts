import type { Input, Value } from "./value.ts";

/** What a black box says to one input. */
export type Answer =
  | { readonly kind: "value"; readonly value: Value }
  /** The function has no value here; the query counts. */
  | { readonly kind: "undefined"; readonly reason: string }
  /** Not a legal input; the query does not count. */
  | { readonly kind: "refused"; readonly reason: string }
  /** Nothing was asked: no query or no round was left. */
  | { readonly kind: "budget-exhausted" };

/** What was spent on a black box so far. */
export interface Usage {
  /** Inputs answered with a value or `undefined`; repeats count. */
  readonly queries: number;
  /** Batches in which at least one query was answered. */
  readonly rounds: number;
}

/** A problem opened as a black box. */
export interface Probe {
  /**
   * Asks a batch; gives one answer per input, in order, when both are recorded. One call is one
   * round. Once the problem's answer is given, everything is refused.
   */
  ask(inputs: readonly Input[], signal?: AbortSignal): Promise<readonly Answer[]>;
  /** What was spent so far. */
  usage(): Usage;
  /** What is left; `null` means unlimited. */
  remaining(): { readonly queries: number | null; readonly rounds: number | null };
}
