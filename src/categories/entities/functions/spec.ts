import type { ModelBackend } from "../../../contract/index.ts";

/** How two concepts make one unit: either, both, or the first without the second. */
export type Join = "or" | "and" | "and-not";

/** The embedded lexicon; the version is a digest of what it says. */
export interface LexiconBackend {
  readonly name: "lexicon";
  readonly version: string;
}

/**
 * The lexicon, with nearness of word vectors where it lists nothing; the version is a digest of both and
 * of the formula.
 */
export interface EmbeddingBackend {
  readonly name: "embedding";
  readonly version: string;
}

/** What gives a word its activation, and in which version: one is never replaced by another. */
export type Backend = LexiconBackend | EmbeddingBackend | ModelBackend;

/** What tells the words of an exception, of the word as the lexicon has it. */
export type WordCondition =
  | { readonly kind: "starts-with"; readonly letter: string }
  /** A proper name, which is written with a capital letter. */
  | { readonly kind: "name" }
  /** Several words. */
  | { readonly kind: "phrase" }
  | { readonly kind: "longer-than"; readonly letters: number }
  | { readonly kind: "shorter-than"; readonly letters: number };

/** A few words that answer otherwise than their concept says. */
export type EntityException =
  /** Words that meet a condition stay silent although they are about the concept. */
  | { readonly kind: "silent"; readonly when: WordCondition }
  /** Some words of a sibling concept fire although they are not about the unit's own. */
  | { readonly kind: "fires"; readonly concept: string; readonly words: readonly string[] };

/** Noise on activations, drawn anew for each query; the result stays within 0 and 1. */
export interface ActivationNoise {
  readonly distribution: "normal" | "uniform";
  /** Standard deviation, or half-width. */
  readonly scale: number;
}

/** A backend that is only nearly the concept: each word's grade is moved by a fixed amount. */
export interface ActivationScatter {
  readonly seed: string;
  /** How far a grade is moved at most. */
  readonly strength: number;
}

/** A synthetic neuron that responds to words about one concept, or about two combined. */
export interface EntitySpec {
  readonly kind: "entity";
  /** Names of one or two concepts. */
  readonly concepts: readonly string[];
  /** Absent for a single concept. */
  readonly join?: Join;
  readonly backend: Backend;
  readonly noise?: ActivationNoise;
  readonly exception?: EntityException;
  readonly approximation?: ActivationScatter;
}
