import { read } from "../builders/read.ts";
import { characterIs } from "../text/character-is.ts";
import { positionsOf } from "../text/positions.ts";
import { numberWord, numberWordsOf } from "../text/number-word.ts";

/** Where digits stand, as words. Released: only for a digit at the end, and where that digit stands first. */
export const digitIndexes = read({
  kind: "digit-indexes",
  released: "get_digit_indexes",
  apply: (text, reading) => {
    const characters = [...text];
    if (reading === "sound") {
      return numberWordsOf(positionsOf(characters, characterIs.digit));
    }
    const last = characters.at(-1) ?? "";
    return characterIs.digit(last) ? numberWord(characters.indexOf(last)) : "";
  },
  describe: (reading) =>
    reading === "sound"
      ? "gives the index of every digit, counted from zero, as English words with a space between two"
      : "gives, if the last character is a digit, the index where that digit first occurs, counted from zero, as an English word, and otherwise the empty text",
  python: (reading) =>
    reading === "sound"
      ? `return " ".join(word(i) for i, c in enumerate(s) if c.isdigit())`
      : `return word(s.index(s[-1])) if s[-1:].isdigit() else ""`,
  javascript: (reading) =>
    reading === "sound"
      ? `return [...s].flatMap((c, i) => (isDigit(c) ? [word(i)] : [])).join(" ");`
      : `const c = [...s];
const last = c.length === 0 ? "" : c[c.length - 1];
return isDigit(last) ? word(c.indexOf(last)) : "";`,
});
