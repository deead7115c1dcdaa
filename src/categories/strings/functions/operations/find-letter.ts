import { letterWord } from "../builders/letter.ts";
import { numberWord } from "../text/number-word.ts";

/** Where a letter first stands, as a word, or `none`. */
export const findLetter = letterWord({
  kind: "find-letter",
  released: "find_string",
  apply: (text, letter) => {
    const at = [...text].indexOf(letter);
    return at === -1 ? "none" : numberWord(at);
  },
  describe: (letter) =>
    `gives the index where the letter \`${letter}\` first occurs, in this case, counted from zero, as an English word, or \`none\` if it does not occur`,
  python: (letter) => `return word(s.index("${letter}")) if "${letter}" in s else "none"`,
  javascript: (letter) => `const i = [...s].indexOf("${letter}");
return i === -1 ? "none" : word(i);`,
});
