import { plain } from "../builders/plain.ts";
import { strippedRight } from "../text/blanks.ts";

/** The text without the blanks at its end. */
export const stripRight = plain({
  kind: "strip-right",
  released: "string_rstrip",
  apply: strippedRight,
  describe: "removes white space from the end",
  python: "return s.rstrip()",
  javascript: `return s.replace(TRAILING, "");`,
});
