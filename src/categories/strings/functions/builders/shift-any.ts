import type { Reading, ReadKind } from "../spec.ts";
import type { StringOperation } from "../string-operation.ts";
import { shiftLetter } from "../text/shift-letter.ts";
import { direction, foreignLetters, movedLetters, shiftHelper } from "./shifting.ts";

/** Moves a letter at a position drawn anew each time by that position. */
export function shiftAny<K extends ReadKind>(
  kind: K,
  released: string | null,
  sign: 1 | -1,
): StringOperation<{ kind: K; reading: Reading }> {
  const operator = sign === 1 ? "" : "-";
  return {
    kind,
    released,
    sample: (_, reading) => ({ kind, reading }),
    outcomes: ({ reading }, text) => {
      const characters = [...text];
      if (characters.length < 2) return [text];
      let before = "";
      return characters.map((c, i) => {
        const start = before;
        before += c;
        return start + shiftLetter(c, sign * i, reading) + text.slice(before.length);
      });
    },
    draw: ({ reading }, text, draws) => {
      const characters = [...text];
      if (characters.length < 2) return text;
      const at = draws.integer(0, characters.length - 1);
      characters[at] = shiftLetter(characters[at] ?? "", sign * at, reading);
      return characters.join("");
    },
    describe: ({ reading }) =>
      `picks one position at random, drawn anew each time, and moves the character there, if it is ` +
      `${reading === "sound" ? "an" : "a"} ${movedLetters(reading)}, by as many places as characters ` +
      `stand before it ${direction(sign)}${foreignLetters(reading)}`,
    render: ({ reading }, language) => {
      const helper = shiftHelper(reading);
      switch (language) {
        case "python":
          return `if len(s) < 2:
    return s
k = random.randrange(len(s))
return s[:k] + ${helper}(s[k], ${operator}k) + s[k + 1:]`;
        case "javascript":
          return `const c = [...s];
if (c.length < 2) return s;
const k = Math.floor(Math.random() * c.length);
c[k] = ${helper}(c[k], ${operator}k);
return c.join("");`;
      }
    },
  };
}
