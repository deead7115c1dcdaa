import { plain } from "../builders/plain.ts";
import { middleOf } from "../text/positions.ts";

/** The first half reversed; the middle character of an odd length belongs to the second half. */
export const reverseFirstHalf = plain({
  kind: "reverse-first-half",
  released: "reverse_string_first_half",
  apply: (text) => {
    const characters = [...text];
    const middle = middleOf(characters);
    return [...characters.slice(0, middle).toReversed(), ...characters.slice(middle)].join("");
  },
  describe:
    "reverses the first half of the text and leaves the second half, to which the middle character of an odd length belongs",
  python: `m = len(s) // 2
return s[:m][::-1] + s[m:]`,
  javascript: `const c = [...s];
const m = Math.floor(c.length / 2);
return [...c.slice(0, m).reverse(), ...c.slice(m)].join("");`,
});
