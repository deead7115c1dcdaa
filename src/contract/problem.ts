import type { Json } from "./value.ts";

/** Name of a kind of function, such as `numeric`; which there are, the categories say. */
export type Category = string;

/** Languages in which an interpretation's code can be written. */
export type Language = "javascript" | "python";

/** What a black box is about, in the form that its category gives it; `kind` is the category's name. */
export interface Domain {
  readonly kind: string;
}

/** A function as data, in the form that its category gives it. */
export interface Spec {
  readonly kind: string;
}

/** How a problem is tested, in the form that its category gives it; `kind` is the category's name. */
export interface Tests {
  readonly kind: string;
}

/** All that an interpreter is told about a problem. */
export interface Briefing<D extends Domain = Domain> {
  readonly category: Category;
  readonly domain: D;
  /** Sentences of help, shown in this order; empty unless the run gives hints. */
  readonly hints: readonly string[];
  /** How many inputs may be asked; `null` means as many as wanted. */
  readonly budget: number | null;
  /** How many batches may be asked; `null` means as many as wanted. */
  readonly rounds: number | null;
  readonly answer: AnswerForm;
}

/** What a full answer to a problem consists of, beside its description. */
export interface AnswerForm {
  /** Languages in which code is accepted; empty where no code is asked for. */
  readonly languages: readonly Language[];
  /** Whether intervals of the domain with other behaviour are asked for. */
  readonly regions: boolean;
  /** Code may be left out: words are a full answer; absent where code is asked for. */
  readonly codeOptional?: true;
  /** The concepts that a unit responds to are asked for, and how two of them are joined. */
  readonly concepts?: true;
  /** What goes in and what comes out of a relation are asked for, a phrase each. */
  readonly relation?: true;
  /** Local exceptions are asked for in words, each by itself. */
  readonly exceptions?: true;
}

/** The part of a problem that may be published: everything but the truth. */
export interface OpenProblem<D extends Domain = Domain> {
  /** Random-looking, made from the seed: neither the id nor the order tells the kind. */
  readonly id: string;
  readonly category: Category;
  readonly briefing: Briefing<D>;
}

/** Where a problem comes from. */
export type Provenance =
  | {
      readonly source: "recipe";
      readonly recipe: string;
      /** Position in the recipe's own order, before shuffling; 0-based. */
      readonly index: number;
      /** Reason → draws that were thrown away for it before this one was kept. */
      readonly rejected: { readonly [reason: string]: number };
    }
  | {
      readonly source: "find";
      /** The released directory name, such as `f00042`. */
      readonly officialId: string;
      /** The released file that serves this function, such as `function_code.py`. */
      readonly servedBy: string;
      /** The released metadata of this function, untouched. */
      readonly metadata: { readonly [key: string]: Json };
    }
  | {
      readonly source: "file";
      /** Name of the user's own file, without its folders. */
      readonly name: string;
      /** SHA-256 of its text as UTF-8. */
      readonly sha256: string;
    };

/** The sealed part of a problem. */
export interface Truth<S = Spec, T extends Tests = Tests> {
  readonly id: string;
  /** Decides noise, scatter and hidden test inputs; never shown to an interpreter. */
  readonly seed: string;
  readonly spec: S;
  /** What a perfect answer would say, rendered from the spec. */
  readonly description: string;
  /** Groups to report by (`plain`, `composed`, `family:sine`) and remarks, sorted. */
  readonly tags: readonly string[];
  readonly tests: T;
  /** Known oddities of a released function, by code; empty for our own. */
  readonly quirks: readonly string[];
  readonly provenance: Provenance;
  /** A text that no model should be able to complete: the suite's mark on each of its truths. */
  readonly canary: string;
}

/** A problem with its truth. */
export interface Problem<
  S = Spec,
  D extends Domain = Domain,
  T extends Tests = Tests,
> extends OpenProblem<D> {
  readonly truth: Truth<S, T>;
}
