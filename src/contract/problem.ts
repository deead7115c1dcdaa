import type { Json } from "./value.ts";

/** The kinds of function that there are to interpret. */
export type Category = "numeric" | "strings";

/** Languages in which an interpretation's code can be written. */
export type Language = "javascript" | "python";

/** The inputs that a black box is about; it answers any input of the right type all the same. */
export interface NumericDomain {
  readonly kind: "numeric";
  /** One closed interval per argument; most functions have one argument. */
  readonly arguments: readonly { readonly from: number; readonly to: number }[];
}

/** Any text is a legal input; what is tested are short texts as people and programs write them. */
export interface StringDomain {
  readonly kind: "strings";
  /** How many texts an input has: most functions take one, which is asked as it is. */
  readonly texts: number;
}

/** What a black box is about, by category. */
export type Domain = NumericDomain | StringDomain;

/** All that an interpreter is told about a problem. */
export interface Briefing {
  readonly category: Category;
  readonly domain: Domain;
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
  /** Whether stretches of the domain with other behaviour are asked for. */
  readonly regions: boolean;
}

/** The part of a problem that may be published: everything but the truth. */
export interface OpenProblem {
  /** Random-looking, made from the seed: neither the id nor the order tells the kind. */
  readonly id: string;
  readonly category: Category;
  readonly briefing: Briefing;
}

/** How a problem is tested: a seed and counts; the inputs themselves are drawn when needed. */
export interface NumericTests {
  readonly kind: "numeric";
  /** Hidden inputs uniform in the domain. */
  readonly domain: number;
  /** Hidden inputs in each corrupted region. */
  readonly region: number;
  /** Hidden inputs outside the domain, up to twice its half-width away from the centre. */
  readonly outside: number;
}

/** One input of a function of texts with what it gives; `null` where it gives nothing. */
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

/** How a function of texts is tested. */
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
export interface Truth<S> {
  readonly id: string;
  /** Decides noise, scatter and hidden test inputs; never shown to an interpreter. */
  readonly seed: string;
  readonly spec: S;
  /** What a perfect answer would say, rendered from the spec. */
  readonly description: string;
  /** Groups to report by (`plain`, `composed`, `family:sine`) and remarks, sorted. */
  readonly tags: readonly string[];
  readonly tests: NumericTests | StringTests;
  /** Known oddities of a released function, by code; empty for our own. */
  readonly quirks: readonly string[];
  readonly provenance: Provenance;
  /** A text that no model should be able to complete: the suite's mark on each of its truths. */
  readonly canary: string;
}

/** A problem with its truth. */
export interface Problem<S> extends OpenProblem {
  readonly truth: Truth<S>;
}
