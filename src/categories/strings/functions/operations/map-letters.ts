import type { AtomOf } from "../atom-of.ts";
import { deterministic } from "../builders/deterministic.ts";
import { lower } from "../text/letter-case.ts";

const ALPHABET = "abcdefghijklmnopqrstuvwxyz";

/** Each letter of ASCII, in lower case, becomes another one. */
export const mapLetters = deterministic<AtomOf<"map-letters">>({
  kind: "map-letters",
  released: "map_string",
  sample: (draws) => ({ kind: "map-letters", alphabet: draws.shuffled([...ALPHABET]).join("") }),
  apply: ({ alphabet }, text) =>
    [...text]
      .map((c) => {
        const small = lower(c);
        const place = small.length === 1 ? ALPHABET.indexOf(small) : -1;
        return place === -1 ? c : alphabet.charAt(place);
      })
      .join(""),
  describe: ({ alphabet }) =>
    `puts the letters a to z in lower case and replaces each by another: \`${ALPHABET}\` become, in this ` +
    `order, \`${alphabet}\``,
  python: ({ alphabet }) => `code = dict(zip("${ALPHABET}", "${alphabet}"))
return "".join(code.get(c.lower(), c) for c in s)`,
  javascript: ({ alphabet }) => `return [...s]
  .map((c) => {
    const small = c.toLowerCase();
    const i = small.length === 1 ? "${ALPHABET}".indexOf(small) : -1;
    return i === -1 ? c : "${alphabet}"[i];
  })
  .join("");`,
});
