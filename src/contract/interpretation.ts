import type { Language } from "./problem.ts";
import type { Region } from "./value.ts";

/** A program that is meant to do what the black box does. */
export interface Code {
  readonly language: Language;
  readonly source: string;
  /** Name of the function to call, defined at the top level of the source. */
  readonly entry: string;
}

/** Noise as an interpreter states it. */
export interface StatedNoise {
  /** `none` states that there is no noise, which is more than stating nothing. */
  readonly distribution: "none" | "normal" | "uniform" | "poisson" | "other";
  /** Standard deviation, half-width or mean, as the distribution has it; `null` where not stated. */
  readonly scale: number | null;
}

/** What an interpreter hands in. */
export interface Interpretation {
  /** What the function does, in words. */
  readonly description: string;
  readonly code: Code | null;
  /** Stretches where the rule does not hold. */
  readonly regions: readonly Region[];
  /** The noise that the answers carry; `null` where none was stated. */
  readonly noise: StatedNoise | null;
  /** Local exceptions, in words. */
  readonly exceptions: readonly string[];
  /** Concepts that a neuron responds to. */
  readonly concepts: readonly string[];
  /** How two concepts are joined: either, both, the first without the second; absent where not stated. */
  readonly join?: "or" | "and" | "and-not";
  /** What a relation takes and gives, a phrase each; absent where none was stated. */
  readonly relation?: { readonly input: string; readonly output: string };
  /** Stated probability, 0 to 1, that the answer is right; `null` where none was stated. */
  readonly confidence: number | null;
  /** True where the interpreter preferred to give no answer. */
  readonly abstained: boolean;
  /** The text that this was parsed from; `null` where it was not text. */
  readonly raw: string | null;
}
