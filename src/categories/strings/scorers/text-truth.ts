import type { Output } from "../../../contract/index.ts";

/** What a string function may give for one input; `null` stands for giving nothing. */
export type TextOutcome = string | null;

/** The truth for one input: everything that may come out, and how likely it is. */
export interface TextTruth {
  /** At least one, each once. */
  readonly outcomes: readonly TextOutcome[];
  /** One per outcome, above 0, summing to 1. */
  readonly probabilities: readonly number[];
}

/**
 * What code gave, read as a string function: raising and returning nothing are the same, and
 * whatever is no text is `invalid`, which nothing equals.
 */
export function textOutcome(
  output: Output | undefined,
): TextOutcome | { readonly kind: "invalid" } {
  switch (output?.kind) {
    case "value":
      return typeof output.value === "string" ? output.value : INVALID;
    case "undefined":
    case "threw":
      return null;
    case "invalid":
    case undefined:
      return INVALID;
  }
}

const INVALID = { kind: "invalid" } as const;

/** Whether an output is something that the function may give. */
export function isPossible({ outcomes }: TextTruth, output: Output | undefined): boolean {
  const given = textOutcome(output);
  return (given === null || typeof given === "string") && outcomes.includes(given);
}
