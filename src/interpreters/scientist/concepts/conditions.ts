import { keyOf } from "./word-key.ts";

/** What may tell the words of an exception. */
export interface Condition {
  readonly kind: "starts-with" | "name" | "phrase" | "longer-than" | "shorter-than";
  readonly phrase: string;
  holds(word: string): boolean;
}

/** Conditions that an exception may have; each kind is as likely as another. */
export const CONDITIONS: readonly Condition[] = [
  ...[..."abcdefghijklmnopqrstuvwxyz"].map((letter): Condition => ({
    kind: "starts-with",
    phrase: `words that begin with the letter "${letter}"`,
    holds: (word) => keyOf(word).startsWith(letter),
  })),
  {
    kind: "name",
    phrase: "proper names, written with a capital letter",
    holds: (word) => /(?:^|[\s-])\p{Lu}[^\s-]*$/u.test(word),
  },
  {
    kind: "phrase",
    phrase: "phrases of several words",
    holds: (word) => keyOf(word).includes(" "),
  },
  ...[8, 9, 10, 11, 12].map((count): Condition => ({
    kind: "longer-than",
    phrase: `words of more than ${count} letters`,
    holds: (word) => lettersOf(word) > count,
  })),
  ...[5, 6].map((count): Condition => ({
    kind: "shorter-than",
    phrase: `words of fewer than ${count} letters`,
    holds: (word) => lettersOf(word) < count,
  })),
];

function lettersOf(word: string): number {
  return keyOf(word).replaceAll(" ", "").length;
}

/** Which of the conditions a word meets. */
export function conditionsOf(word: string): readonly boolean[] {
  return CONDITIONS.map((condition) => condition.holds(word));
}
