import type { Briefing, Problem } from "../../contract/index.ts";
import type { StringSpec } from "./functions/spec.ts";

/** Any string is a legal input; what is tested are short strings as people and programs write them. */
export interface StringDomain {
  readonly kind: "strings";
  /** How many strings an input has: most functions take one, which is asked as it is. */
  readonly texts: number;
}

/** One input of a string function with what it gives; `null` where it gives nothing. */
export interface TextPair {
  /** One text per argument. */
  readonly input: readonly string[];
  readonly output: string | null;
}

/** Three pairs of which one is the function's own: a question that its description should settle. */
export interface Triplet {
  readonly options: readonly [TextPair, TextPair, TextPair];
  /** Index of the true pair. */
  readonly correct: 0 | 1 | 2;
}

/** How a string function is tested. */
export interface StringTests {
  readonly kind: "strings";
  /** The published test: pairs that code has to reproduce. */
  readonly pairs: readonly TextPair[];
  /** The published unit tests: the wrong pairs come from other functions. */
  readonly triplets: readonly Triplet[];
  /** Unit tests whose wrong pairs are the true input with what near misses give for it. */
  readonly hardTriplets: readonly Triplet[];
  /** Hidden inputs, drawn when needed. */
  readonly hidden: number;
}

/** A problem whose function takes strings and gives a string. */
export type StringProblem = Problem<StringSpec, StringDomain, StringTests>;

/** The briefing of a problem about a function of one string or of two. */
export function stringBriefing(budget: number | null, texts = 1): Briefing<StringDomain> {
  return {
    category: "strings",
    domain: { kind: "strings", texts },
    hints: [],
    budget,
    rounds: null,
    answer: { languages: ["javascript", "python"], regions: false },
  };
}
