import { plain } from "../builders/plain.ts";
import { stripped } from "../text/blanks.ts";

/** The text without the blanks at both ends. */
export const strip = plain({
  kind: "strip",
  released: "string_strip",
  apply: (text) => stripped(text, true, true),
  describe: "removes white space from both ends",
  python: "return s.strip()",
  javascript: `return s.replace(LEADING, "").replace(TRAILING, "");`,
});
