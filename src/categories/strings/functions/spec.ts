import type { kindsByShape } from "./kinds.ts";

/**
 * Which reading of an operation is meant: ours, or that of the released code with its oddities.
 * It matters to the operations that say so; the others have one reading.
 */
export type Reading = "sound" | "released";

type Shapes = typeof kindsByShape;

/** Operations without parameters that have one reading. */
export type PlainKind = Shapes["plain"][number];
/** Operations without parameters whose released code has oddities. */
export type ReadKind = Shapes["read"][number];
/** Operations with one letter that have one reading. */
export type LetterKind = Shapes["letter"][number];
/** Operations with one letter that give a number word. */
export type LetterWordKind = Shapes["letterWord"][number];
/** Operations with a whole number. */
export type NumberKind = Shapes["shift" | "shiftEnd"][number];
/** Operations with a position. */
export type PositionKind = Shapes["position"][number];
/** Operations with two positions. */
export type PositionsKind = Shapes["positions"][number];

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

/** A string function, as data. */
export type StringSpec = StringLaw | Excepted;
