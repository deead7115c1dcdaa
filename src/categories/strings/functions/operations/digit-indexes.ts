import { read } from "../builders/read.ts";
import { characterIs } from "../text/character-is.ts";
import { firstPositions, positionsOf } from "../text/positions.ts";
import { numberWordsOf } from "../text/number-word.ts";

/**
 * Where digits stand, as words. Released: only for a digit at the end, and where that digit stands
 * first; but the released code looks up the word of every digit on its way, and any of them may have none.
 */
export const digitIndexes = read({
  kind: "digit-indexes",
  released: "get_digit_indexes",
  apply: (text, reading) => {
    const characters = [...text];
    if (reading === "sound") {
      return numberWordsOf(positionsOf(characters, characterIs.digit));
    }
    const firsts = firstPositions(characters);
    const words = numberWordsOf(
      characters.filter(characterIs.digit).map((c) => firsts.get(c) ?? 0),
    );
    if (typeof words !== "string") return words;
    return characterIs.digit(characters.at(-1) ?? "") ? (words.split(" ").at(-1) ?? "") : "";
  },
  describe: (reading) =>
    reading === "sound"
      ? "gives the index of every digit, counted from zero, as English words with a space between two"
      : "gives, if the last character is a digit, the index where that digit first occurs, counted from zero, as an English word, and otherwise the empty text",
  python: (reading) =>
    reading === "sound"
      ? `return " ".join(word(i) for i, c in enumerate(s) if c.isdigit())`
      : `words = [word(s.index(c)) for c in s if c.isdigit()]
return words[-1] if s[-1:].isdigit() else ""`,
  javascript: (reading) =>
    reading === "sound"
      ? `return [...s].flatMap((c, i) => (isDigit(c) ? [word(i)] : [])).join(" ");`
      : `const c = [...s];
const words = c.flatMap((one) => (isDigit(one) ? [word(c.indexOf(one))] : []));
return c.length > 0 && isDigit(c[c.length - 1]) ? words[words.length - 1] : "";`,
});
