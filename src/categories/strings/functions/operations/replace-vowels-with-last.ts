import { replaceVowels } from "../builders/replace-vowels.ts";

/** Every vowel becomes the last character. */
export const replaceVowelsWithLast = replaceVowels({
  kind: "replace-vowels-with-last",
  released: "replace_vowels_with_last",
  position: () => -1,
  which: "the last character (nothing is defined for an empty text)",
  python: "r = s[-1]",
  javascript: "const r = at([...s], -1);",
});
