import type { Language } from "./problem.ts";
import type { Region } from "./value.ts";

/** A program that is meant to do what the black box does. */
export interface Code {
  readonly language: Language;
  readonly source: string;
  /** Name of the function to call, defined at the top level of the source. */
  readonly entry: string;
}

/** What an interpreter hands in. */
export interface Interpretation {
  /** What the function does, in words. */
  readonly description: string;
  readonly code: Code | null;
  /** Stretches where the rule does not hold. */
  readonly regions: readonly Region[];
  /** Local exceptions, in words. */
  readonly exceptions: readonly string[];
  /** Concepts that a neuron responds to. */
  readonly concepts: readonly string[];
  /** Stated probability, 0 to 1, that the answer is right; `null` where none was stated. */
  readonly confidence: number | null;
  /** True where the interpreter preferred to give no answer. */
  readonly abstained: boolean;
  /** The text that this was parsed from; `null` where it was not text. */
  readonly raw: string | null;
}
