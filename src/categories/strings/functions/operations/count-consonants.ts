import { count } from "../builders/count.ts";
import { characterIs } from "../text/character-is.ts";

const ASCII_LETTER = /^[A-Za-z]$/;

/** The number of consonants as a word. Released: the small a counts too. */
export const countConsonants = count({
  kind: "count-consonants",
  released: "count_consonants",
  counts: (c, reading) =>
    (reading === "released" && c === "a") || (ASCII_LETTER.test(c) && !characterIs.vowel(c)),
  counted: (reading) =>
    reading === "sound"
      ? "consonants (ASCII letters other than a, e, i, o, u)"
      : "consonants (ASCII letters other than a, e, i, o, u, except that the small a also counts)",
  python: (reading) =>
    reading === "sound"
      ? "c.isascii() and c.isalpha() and c not in VOWELS"
      : 'c.isascii() and c.isalpha() and c not in "eiouAEIOU"',
  javascript: (reading) =>
    `/^[A-Za-z]$/.test(c) && !${reading === "sound" ? "VOWELS" : '"eiouAEIOU"'}.includes(c)`,
});
