import type { Hypothesis } from "./hypothesis.ts";
import type { Suspicion } from "./exceptions.ts";

/** What an investigation of a unit came to. */
export interface WordFinding {
  readonly hypothesis: Hypothesis;
  /** What the concepts are called, in their order. */
  readonly names: readonly string[];
  /** Probability, 0 to 1, that these are the concepts, and all of them. */
  readonly confidence: number;
  readonly exception: Suspicion | null;
  /** Words that activated it plainly, the strongest first. */
  readonly active: readonly string[];
  /** Standard deviation of its noise; 0 for none. */
  readonly noise: number;
  readonly isRandom: boolean;
}
