import type { Briefing, ModelBackend, Problem } from "../../contract/index.ts";

/** What answers, and in which version: one is never replaced by another. */
export type Backend = FactsBackend | ModelBackend;

/** The facts that are shipped, and the version of what they say. */
interface FactsBackend {
  /** `lexicon`, the facts that are shipped. */
  readonly name: "lexicon";
  /** First 16 hexadecimal digits of the SHA-256 of the facts that decide the answers. */
  readonly version: string;
}

/** A relation from a class of inputs to a property of it, with what it leaves out. */
export interface RelationSpec {
  readonly kind: "relation";
  /** Its id among the facts, such as `country-capital`. */
  readonly relation: string;
  /** Id of the exception, for which there is no answer; `null` where there is none. */
  readonly exception: string | null;
  /** Share of the inputs with an answer that get a wrong one of the same kind, above 0; absent for none. */
  readonly noise?: number;
  readonly backend: Backend;
}

/** Strings: any may be asked, and most have no answer. */
export interface RelationDomain {
  readonly kind: "relations";
  /** Words to begin with, some of the right class; none where the problem gives no help. */
  readonly initial: readonly string[];
}

/** One input of a relation with its answer; `null` where it has none. */
export interface RelationPair {
  readonly input: string;
  readonly output: string | null;
}

/** Three pairs of which one is the relation's own: a question that its description should settle. */
export interface RelationTriplet {
  readonly options: readonly [RelationPair, RelationPair, RelationPair];
  /** Index of the true pair. */
  readonly correct: 0 | 1 | 2;
  /** Known oddities of a released one, by code; absent where there are none. */
  readonly quirks?: readonly string[];
}

/** How a relation is tested. */
export interface RelationTests {
  readonly kind: "relations";
  /** The published unit tests: the wrong pairs are of other classes. */
  readonly triplets: readonly RelationTriplet[];
  /** Unit tests whose wrong pairs are of the same class. */
  readonly hardTriplets: readonly RelationTriplet[];
  /** Inputs with an answer, inputs that are an exception, and inputs of other classes. */
  readonly hidden: {
    readonly answered: readonly string[];
    readonly excepted: readonly string[];
    readonly outside: readonly string[];
  };
}

/** A problem whose function takes a string and gives what belongs to it. */
export type RelationProblem = Problem<RelationSpec, RelationDomain, RelationTests>;

/** The briefing of a problem about a relation. */
export function relationBriefing(
  budget: number | null,
  initial: readonly string[] = [],
): Briefing<RelationDomain> {
  return {
    category: "relations",
    domain: { kind: "relations", initial },
    hints: [],
    budget,
    rounds: null,
    answer: {
      languages: ["javascript", "python"],
      regions: false,
      codeOptional: true,
      relation: true,
      exceptions: true,
    },
  };
}
