import { replaceVowels } from "../builders/replace-vowels.ts";
import { middleOf } from "../text/positions.ts";

/** Every vowel becomes the middle character, the second of two. */
export const replaceVowelsWithMiddle = replaceVowels({
  kind: "replace-vowels-with-middle",
  released: "replace_vowels_with_mid",
  position: (characters) => (characters.length < 2 ? null : middleOf(characters)),
  which: "the middle character (the second of the two middle ones if the length is even)",
  python: `if len(s) < 2:
    return s
r = s[len(s) // 2]`,
  javascript: `const c = [...s];
if (c.length < 2) return s;
const r = c[Math.floor(c.length / 2)];`,
});
