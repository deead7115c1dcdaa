import { plain } from "../builders/plain.ts";
import { characterIs } from "../text/character-is.ts";

/** The vowels in reverse order, everything else in its place. */
export const reverseVowels = plain({
  kind: "reverse-vowels",
  released: "reverse_vowels",
  apply: (text) => {
    const characters = [...text];
    const vowels = characters.filter(characterIs.vowel);
    return characters.map((c) => (characterIs.vowel(c) ? vowels.pop() : c)).join("");
  },
  describe: "reverses the order of the vowels and leaves everything else in its place",
  python: `v = [c for c in s if c in VOWELS]
return "".join(v.pop() if c in VOWELS else c for c in s)`,
  javascript: `const v = [...s].filter((c) => VOWELS.includes(c));
return [...s].map((c) => (VOWELS.includes(c) ? v.pop() : c)).join("");`,
});
