import { plain } from "../builders/plain.ts";
import { middleOf } from "../text/positions.ts";

/** The second half reversed; the middle character of an odd length belongs to it. */
export const reverseSecondHalf = plain({
  kind: "reverse-second-half",
  released: "reverse_string_last_half",
  apply: (text) => {
    const characters = [...text];
    const middle = middleOf(characters);
    return [...characters.slice(0, middle), ...characters.slice(middle).toReversed()].join("");
  },
  describe:
    "reverses the second half of the text, to which the middle character of an odd length belongs, and leaves the first half",
  python: `m = len(s) // 2
return s[:m] + s[m:][::-1]`,
  javascript: `const c = [...s];
const m = Math.floor(c.length / 2);
return [...c.slice(0, m), ...c.slice(m).reverse()].join("");`,
});
