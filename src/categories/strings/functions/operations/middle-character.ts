import { plain } from "../builders/plain.ts";
import { middleOf } from "../text/positions.ts";

/** The middle character, or the two of an even length. */
export const middleCharacter = plain({
  kind: "middle-character",
  released: "get_mid_character",
  apply: (text) => {
    const characters = [...text];
    const middle = middleOf(characters);
    return characters
      .slice(characters.length % 2 === 0 ? Math.max(0, middle - 1) : middle, middle + 1)
      .join("");
  },
  describe: "gives the middle character alone, or the two middle ones if the length is even",
  python: `m = len(s) // 2
return s[m] if len(s) % 2 else s[max(0, m - 1):m + 1]`,
  javascript: `const c = [...s];
const m = Math.floor(c.length / 2);
return c.slice(c.length % 2 === 1 ? m : Math.max(0, m - 1), m + 1).join("");`,
});
