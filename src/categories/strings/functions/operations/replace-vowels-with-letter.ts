import { letter } from "../builders/letter.ts";

/** Every vowel becomes one letter. */
export const replaceVowelsWithLetter = letter({
  kind: "replace-vowels-with-letter",
  released: "replace_vowels_with_character",
  apply: (text, replacement) => text.replace(/[aeiouAEIOU]/g, replacement),
  describe: (letter) => `replaces every vowel by \`${letter}\``,
  python: (letter) => `return "".join("${letter}" if c in VOWELS else c for c in s)`,
  javascript: (letter) => `return s.replace(/[aeiouAEIOU]/g, "${letter}");`,
});
