import { read } from "../builders/read.ts";
import { numberWord } from "../text/number-word.ts";

/** The number of characters as a word. Released: `unknown` above thirty; sound: no answer. */
export const lengthWord = read({
  kind: "length",
  released: "get_string_length",
  apply: (text, reading) => {
    const { length } = [...text];
    return reading === "released" && length > 30 ? "unknown" : numberWord(length);
  },
  describe: (reading) =>
    "gives the number of characters as an English word" +
    (reading === "sound" ? "" : ", or `unknown` above thirty"),
  python: (reading) =>
    reading === "sound"
      ? "return word(len(s))"
      : `return word(len(s)) if len(s) <= 30 else "unknown"`,
  javascript: (reading) =>
    reading === "sound"
      ? "return word([...s].length);"
      : `const n = [...s].length;
return n <= 30 ? word(n) : "unknown";`,
});
