import { read } from "../builders/read.ts";
import { direction, foreignLetters, movedLetters, shiftHelper } from "../builders/shifting.ts";
import { shiftLetters } from "../text/shift-letter.ts";

/** Every letter as many places on as the text is long. */
export const shiftByLength = read({
  kind: "shift-by-length",
  released: "add_len_to_string",
  apply: (text, reading) => shiftLetters(text, [...text].length, reading),
  describe: (reading) =>
    `moves every ${movedLetters(reading)} as many places as the text has characters ` +
    `${direction(1)}${foreignLetters(reading)}`,
  python: (reading) => `return "".join(${shiftHelper(reading)}(c, len(s)) for c in s)`,
  javascript: (reading) =>
    `return [...s].map((c, _, all) => ${shiftHelper(reading)}(c, all.length)).join("");`,
});
