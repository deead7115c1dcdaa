import { inPlainLetters } from "../../../core/index.ts";

/** Everything but letters and digits, and the signs that change a number. */
const REST = /[^\p{L}\p{N}.+\-%]+/gu;
/** Points and hyphens that are no part of a number. */
const LOOSE = /[.+-](?!\d)|(?<=[\p{L}])[.-](?=\d)/gu;
/** Letters and punctuation that have no other form but in upper case. */
const PLAIN = /^[ -%'-~]*$/u;
const ARTICLE = /^(?:the|an|a) (?=.)/u;

/** A string in words: lower case, without marks of letters, punctuation and a leading article. */
export function wordsOf(text: string): string {
  const letters = PLAIN.test(text)
    ? text.toLowerCase()
    : inPlainLetters(text).replaceAll("&", " and ");
  const bare = letters
    .replaceAll(/['’`´]/gu, "")
    .replace(LOOSE, " ")
    .replace(REST, " ")
    .trim();
  return bare.replace(ARTICLE, "");
}

/**
 * What two spellings of one name have in common: case, blanks, marks of letters, punctuation and a
 * leading article make no difference, so that `UnitedKingdom` is `the United Kingdom`.
 */
export function keyOf(text: string): string {
  return wordsOf(text).replaceAll(" ", "");
}
