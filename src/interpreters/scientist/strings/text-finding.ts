import type { Hypothesis } from "./hypothesis.ts";
import type { TextReading } from "./outcome.ts";

/** What an investigation of a function of texts came to. */
export interface TextFinding {
  /** What still may be, the likeliest first. */
  readonly hypotheses: readonly Hypothesis[];
  readonly readings: readonly TextReading[];
}
