import { plain } from "../builders/plain.ts";
import { withCharacters } from "../text/positions.ts";

/** The first and the last character exchanged. */
export const swapEnds = plain({
  kind: "swap-ends",
  released: "swap_first_last",
  apply: (text) => {
    const characters = [...text];
    const [first, last] = [characters[0], characters.at(-1)];
    if (first === undefined || last === undefined) return text;
    return withCharacters(characters, [0, last], [characters.length - 1, first]);
  },
  describe: "exchanges the first and the last character",
  python: "return s if len(s) < 2 else s[-1] + s[1:-1] + s[0]",
  javascript: `const c = [...s];
return c.length < 2 ? s : [c[c.length - 1], ...c.slice(1, -1), c[0]].join("");`,
});
