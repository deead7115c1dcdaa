import type { AtomOf } from "../atom-of.ts";
import { deterministic } from "../builders/deterministic.ts";
import { middleOf } from "../text/positions.ts";

/** A digit inserted in the middle, before the middle character of an odd length. */
export const insertNumber = deterministic<AtomOf<"insert-number">>({
  kind: "insert-number",
  released: "insert_number",
  sample: (draws) => ({ kind: "insert-number", number: draws.integer(1, 9) }),
  apply: (atom, text) => {
    const characters = [...text];
    const middle = middleOf(characters);
    return [...characters.slice(0, middle), atom.number, ...characters.slice(middle)].join("");
  },
  describe: (atom) =>
    `inserts the digit ${atom.number} in the middle, before the middle character if the length is odd`,
  python: (atom) => `m = len(s) // 2
return s[:m] + "${atom.number}" + s[m:]`,
  javascript: (atom) => `const c = [...s];
c.splice(Math.floor(c.length / 2), 0, "${atom.number}");
return c.join("");`,
});
