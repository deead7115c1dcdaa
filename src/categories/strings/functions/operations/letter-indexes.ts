import { read } from "../builders/read.ts";
import { characterIs } from "../text/character-is.ts";
import { numberWordsOf } from "../text/number-word.ts";
import { firstPositions, positionsOf } from "../text/positions.ts";

/** Where letters stand, as words. Released: a repeated letter gives its first place again. */
export const letterIndexes = read({
  kind: "letter-indexes",
  released: "get_alpha_indexes",
  apply: (text, reading) => {
    const characters = [...text];
    if (reading === "sound") return numberWordsOf(positionsOf(characters, characterIs.letter));
    const firsts = firstPositions(characters);
    return numberWordsOf(characters.filter(characterIs.letter).map((c) => firsts.get(c) ?? 0));
  },
  describe: (reading) =>
    reading === "sound"
      ? "gives the index of every letter, counted from zero, as English words with a space between two"
      : "gives for every letter the index where that same letter first occurs, counted from zero, as English words with a space between two",
  python: (reading) =>
    `return " ".join(word(${reading === "sound" ? "i" : "s.index(c)"}) for i, c in enumerate(s) if c.isalpha())`,
  javascript: (reading) =>
    `return [...s].flatMap((c, i, all) => (isLetter(c) ? [word(${reading === "sound" ? "i" : "all.indexOf(c)"})] : [])).join(" ");`,
});
