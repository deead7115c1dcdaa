import { plain } from "../builders/plain.ts";
import { stripped } from "../text/blanks.ts";

/** The text without the blanks at its start. */
export const stripLeft = plain({
  kind: "strip-left",
  released: "string_lstrip",
  apply: (text) => stripped(text, true, false),
  describe: "removes white space from the start",
  python: "return s.lstrip()",
  javascript: `return s.replace(LEADING, "");`,
});
