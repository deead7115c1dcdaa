import { replaceVowels } from "../builders/replace-vowels.ts";

/** Every vowel becomes the first character. */
export const replaceVowelsWithFirst = replaceVowels({
  kind: "replace-vowels-with-first",
  released: "replace_vowels_with_first",
  position: () => 0,
  which: "the first character (nothing is defined for an empty text)",
  python: "r = s[0]",
  javascript: "const r = at([...s], 0);",
});
