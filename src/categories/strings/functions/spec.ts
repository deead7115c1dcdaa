/**
 * Which reading of an operation is meant: ours, or that of the released code with its oddities.
 * It matters to the operations that say so; the others have one reading.
 */
export type Reading = "sound" | "released";

/** Operations without parameters that have one reading. */
export type PlainKind =
  | "lowercase"
  | "uppercase"
  | "capitalize"
  | "reverse"
  | "reverse-first-half"
  | "reverse-second-half"
  | "remove-digits"
  | "keep-uppercase"
  | "remove-whitespace"
  | "first-character"
  | "last-character"
  | "middle-character"
  | "remove-repeats"
  | "reverse-words"
  | "replace-vowels-with-first"
  | "replace-vowels-with-last"
  | "replace-vowels-with-middle"
  | "replace-vowels-at-count"
  | "reverse-vowels"
  | "alternate-case"
  | "strip"
  | "strip-left"
  | "strip-right"
  | "append-first"
  | "append-last"
  | "append-middle"
  | "swap-ends";

/** Operations without parameters whose released code has oddities. */
export type ReadKind =
  | "spell-digits"
  | "length"
  | "digit-indexes"
  | "letter-indexes"
  | "count-vowels"
  | "count-consonants"
  | "count-uppercase"
  | "count-lowercase"
  | "shift-by-length"
  | "shift-middle-by-length"
  | "shift-any-up"
  | "shift-any-down"
  | "first-ordinal"
  | "last-ordinal"
  | "middle-ordinal";

/** Operations with one letter, one of the 52 of ASCII, that have one reading. */
export type LetterKind =
  | "replace-vowels-with-letter"
  | "insert-letter"
  | "append-letter-if-missing"
  | "split-at-letter"
  | "remove-letter";

/** Operations with one letter, one of the 52 of ASCII, that give a number word. */
export type LetterWordKind = "count-letter" | "count-substring" | "find-letter";

/** Operations with a whole number. */
export type NumberKind =
  /** By 1 to 9 letters on, or back; every letter. */
  | "shift-up"
  | "shift-down"
  /** By 1 to 9 letters on, or back; the middle character of an odd length. */
  | "shift-middle-up"
  | "shift-middle-down"
  /** By 0 to 25 letters on, or back; the last or the first character. */
  | "shift-last-up"
  | "shift-last-down"
  | "shift-first-up"
  | "shift-first-down";

/** Operations with a position, 1 to 9: every letter is shifted by the order of the letter there. */
export type PositionKind = "shift-by-letter-up" | "shift-by-letter-down";

/** Operations with two positions, 0 to 9, that differ. */
export type PositionsKind = "shift-position-up" | "shift-position-down";

/** One operation on one text. */
export type StringAtom =
  | { readonly kind: PlainKind }
  | { readonly kind: ReadKind; readonly reading: Reading }
  | { readonly kind: LetterKind; readonly letter: string }
  | { readonly kind: LetterWordKind; readonly letter: string; readonly reading: Reading }
  | { readonly kind: NumberKind; readonly by: number; readonly reading: Reading }
  | { readonly kind: PositionKind; readonly position: number; readonly reading: Reading }
  | {
      readonly kind: PositionsKind;
      /** Its position is what is added or taken away. */
      readonly from: number;
      /** Where the shifted letter stands. */
      readonly at: number;
      readonly reading: Reading;
    }
  /** Inserts a digit, 1 to 9, in the middle. */
  | { readonly kind: "insert-number"; readonly number: number }
  /** Appends 1 to 5 letters. */
  | { readonly kind: "append"; readonly suffix: string }
  /** Replaces one letter by another. */
  | { readonly kind: "replace-letter"; readonly old: string; readonly new: string }
  /** Exchanges the characters at two positions, 0 to 9. */
  | { readonly kind: "swap-positions"; readonly first: number; readonly second: number }
  /** A substitution alphabet: what a to z, in order, become; the result is in lower case. */
  | { readonly kind: "map-letters"; readonly alphabet: string };

/** Operations one after the other, the first applied first; at least two. */
export interface Chain {
  readonly kind: "chain";
  /** A law of two texts can only come first. */
  readonly steps: readonly (StringAtom | Joined)[];
}

/** (s, t) ↦ one text from s and t, each with an operation of its own or none. */
export interface Joined {
  readonly kind: "joined";
  readonly how: "concatenate" | "interleave" | "longer" | "common";
  /** Applied to the first text; `null` leaves it as it is. */
  readonly left: StringAtom | null;
  /** Applied to the second text; `null` leaves it as it is. */
  readonly right: StringAtom | null;
}

/** A law of texts without exceptions. */
export type StringLaw = StringAtom | Chain | Joined;

/** Classes of characters that conditions speak of. */
export type CharacterClass = "letter" | "vowel" | "digit" | "uppercase" | "lowercase" | "space";

/** What tells an exceptional text: a property of the (first) text as it comes in. */
export type Condition =
  | { readonly kind: "starts-with"; readonly class: CharacterClass }
  | { readonly kind: "ends-with"; readonly class: CharacterClass }
  | { readonly kind: "contains"; readonly class: CharacterClass }
  | { readonly kind: "contains-letter"; readonly letter: string }
  | { readonly kind: "longer-than"; readonly length: number }
  | { readonly kind: "shorter-than"; readonly length: number };

/** A law that does not hold for texts that meet a condition: there `then` holds instead. */
export interface Excepted {
  readonly kind: "excepted";
  readonly inner: StringLaw;
  readonly when: Condition;
  readonly then: StringAtom | ConstantText;
}

/** The same text whatever comes in. */
export interface ConstantText {
  readonly kind: "constant-text";
  readonly text: string;
}

/** A function of texts, as data. */
export type StringSpec = StringLaw | Excepted;
