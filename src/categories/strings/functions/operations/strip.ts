import { plain } from "../builders/plain.ts";
import { strippedLeft, strippedRight } from "../text/blanks.ts";

/** The text without the blanks at both ends. */
export const strip = plain({
  kind: "strip",
  released: "string_strip",
  apply: (text) => strippedRight(strippedLeft(text)),
  describe: "removes white space from both ends",
  python: "return s.strip()",
  javascript: `return s.replace(LEADING, "").replace(TRAILING, "");`,
});
