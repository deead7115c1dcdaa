import type { Briefing, Problem } from "../../contract/index.ts";
import type { EntitySpec } from "./functions/spec.ts";

/** Any text is a legal input; what is tested are words, names and short phrases in English. */
export interface EntityDomain {
  readonly kind: "entities";
  /** Words that the problem gives away to begin with: some activate the unit; empty for no such help. */
  readonly initial: readonly string[];
}

/** Three words of which one activates the unit: a question that its description should settle. */
export interface WordTriplet {
  readonly options: readonly [string, string, string];
  /** Index of the word that activates it. */
  readonly correct: 0 | 1 | 2;
  /** Codes of what is odd about a released one; absent where nothing is. */
  readonly remarks?: readonly string[];
}

/** How an entity is tested. */
export interface EntityTests {
  readonly kind: "entities";
  /** Unit tests of the published kind: the wrong words are about other concepts. */
  readonly triplets: readonly WordTriplet[];
  /** Unit tests whose wrong words are about neighbouring concepts. */
  readonly hardTriplets: readonly WordTriplet[];
  /** Hidden words, drawn when needed. */
  readonly hidden: number;
}

/** A problem whose function takes a word and gives an activation. */
export type EntityProblem = Problem<EntitySpec, EntityDomain, EntityTests>;

/** The briefing of a problem about a unit, with the words that it gives away. */
export function entityBriefing(
  budget: number | null,
  initial: readonly string[] = [],
): Briefing<EntityDomain> {
  return {
    category: "entities",
    domain: { kind: "entities", initial },
    hints: [],
    budget,
    rounds: null,
    answer: {
      languages: ["javascript", "python"],
      regions: false,
      codeOptional: true,
      concepts: true,
      exceptions: true,
    },
  };
}
