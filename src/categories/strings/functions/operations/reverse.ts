import { plain } from "../builders/plain.ts";

/** The characters in reverse order. */
export const reverse = plain({
  kind: "reverse",
  released: "reverse_string",
  apply: (text) => [...text].toReversed().join(""),
  describe: "reverses the text",
  python: "return s[::-1]",
  javascript: `return [...s].reverse().join("");`,
});
