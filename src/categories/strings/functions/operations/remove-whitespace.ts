import { plain } from "../builders/plain.ts";
import { wordsOf } from "../text/blanks.ts";

/** The text without blanks of any kind. */
export const removeWhitespace = plain({
  kind: "remove-whitespace",
  released: "remove_whitespace",
  apply: (text) => wordsOf(text).join(""),
  describe: "removes all white space",
  python: `return "".join(s.split())`,
  javascript: `return words(s).join("");`,
});
