import { replaceVowels } from "../builders/replace-vowels.ts";
import { characterIs } from "../text/character-is.ts";

/** Every vowel becomes the n-th character, n being the number of vowels. */
export const replaceVowelsAtCount = replaceVowels({
  kind: "replace-vowels-at-count",
  released: "replace_vowels_with_ind_of_count",
  position: (characters) => characters.filter(characterIs.vowel).length - 1,
  which:
    "the n-th character, where n is the number of vowels (nothing is defined for an empty text)",
  python: "r = s[sum(c in VOWELS for c in s) - 1]",
  javascript: "const r = at([...s], [...s].filter((c) => VOWELS.includes(c)).length - 1);",
});
