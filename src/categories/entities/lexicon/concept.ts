/** How closely a word belongs to a concept. */
export type Grade = "core" | "associated" | "sibling";

/** A concept with the words about it, as its file has it. */
export interface Concept {
  readonly name: string;
  /** Other names for it. */
  readonly aliases: readonly string[];
  /** `released`: one of the concepts of FIND; `own`: ours, or a user's. */
  readonly source: "released" | "own";
  /** Names of neighbouring concepts. */
  readonly siblings: readonly string[];
  /** Words by grade, as they are usually written. */
  readonly words: { readonly [grade in Grade]: readonly string[] };
}
