import { plain } from "../builders/plain.ts";
import { strippedLeft } from "../text/blanks.ts";

/** The text without the blanks at its start. */
export const stripLeft = plain({
  kind: "strip-left",
  released: "string_lstrip",
  apply: strippedLeft,
  describe: "removes white space from the start",
  python: "return s.lstrip()",
  javascript: `return s.replace(LEADING, "");`,
});
