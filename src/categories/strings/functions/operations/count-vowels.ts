import { count } from "../builders/count.ts";
import { characterIs } from "../text/character-is.ts";

/** The number of vowels as a word. */
export const countVowels = count({
  kind: "count-vowels",
  released: "count_vowels",
  counts: characterIs.vowel,
  counted: () => "vowels (a, e, i, o, u in either case)",
  python: () => "c in VOWELS",
  javascript: () => "VOWELS.includes(c)",
});
