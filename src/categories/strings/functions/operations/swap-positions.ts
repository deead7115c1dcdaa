import type { AtomOf } from "../atom-of.ts";
import { deterministic } from "../builders/deterministic.ts";
import { drawnPositions, pickTwo } from "../sampling.ts";
import { withCharacters } from "../text/positions.ts";

/** The characters at two positions exchanged, if there are both. */
export const swapPositions = deterministic<AtomOf<"swap-positions">>({
  kind: "swap-positions",
  released: "swap_rand",
  sample: (draws) => {
    const [first, second] = pickTwo(draws, drawnPositions);
    return { kind: "swap-positions", first, second };
  },
  apply: (atom, text) => {
    const characters = [...text];
    const [first, second] = [characters[atom.first], characters[atom.second]];
    if (first === undefined || second === undefined) return text;
    return withCharacters(characters, [atom.first, second], [atom.second, first]);
  },
  describe: ({ first, second }) =>
    `exchanges the characters at index ${first} and index ${second} (counted from zero), if there are both`,
  python: ({ first, second }) => `c = list(s)
if len(c) > ${Math.max(first, second)}:
    c[${first}], c[${second}] = c[${second}], c[${first}]
return "".join(c)`,
  javascript: ({ first, second }) => `const c = [...s];
if (c.length > ${Math.max(first, second)}) [c[${first}], c[${second}]] = [c[${second}], c[${first}]];
return c.join("");`,
});
