import { read } from "../builders/read.ts";
import { characterIs } from "../text/character-is.ts";
import { noText } from "../text/no-text.ts";
import { numberWordsOf } from "../text/number-word.ts";

/** The digits as words. Sound: those of ASCII; released: a digit outside ASCII has no answer. */
export const spellDigits = read({
  kind: "spell-digits",
  released: "extract_digits",
  apply: (text, reading) => {
    const digits = [...text].filter(reading === "sound" ? isAsciiDigit : characterIs.digit);
    if (!digits.every(isAsciiDigit)) return noText("a digit outside of 0 to 9 has no word");
    return numberWordsOf(digits.map(Number));
  },
  describe: (reading) =>
    "keeps only the digits 0 to 9, each written as an English word, with a space between two" +
    (reading === "sound" ? "" : " (nothing is defined where there are digits of other scripts)"),
  python: (reading) =>
    `return " ".join(word("0123456789".index(c)) for c in s if ${reading === "sound" ? 'c in "0123456789"' : "c.isdigit()"})`,
  javascript: (reading) =>
    `return [...s].filter(${reading === "sound" ? "(c) => /[0-9]/.test(c)" : "isDigit"}).map((c) => word("0123456789".indexOf(c))).join(" ");`,
});

function isAsciiDigit(character: string): boolean {
  return character >= "0" && character <= "9";
}
