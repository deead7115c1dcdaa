import { letter } from "../builders/letter.ts";
import { middleOf } from "../text/positions.ts";

/** A letter inserted in the middle, before the middle character of an odd length. */
export const insertLetter = letter({
  kind: "insert-letter",
  released: "insert_letter",
  apply: (text, inserted) => {
    const characters = [...text];
    const middle = middleOf(characters);
    return [...characters.slice(0, middle), inserted, ...characters.slice(middle)].join("");
  },
  describe: (letter) =>
    `inserts \`${letter}\` in the middle, before the middle character if the length is odd`,
  python: (letter) => `m = len(s) // 2
return s[:m] + "${letter}" + s[m:]`,
  javascript: (letter) => `const c = [...s];
c.splice(Math.floor(c.length / 2), 0, "${letter}");
return c.join("");`,
});
