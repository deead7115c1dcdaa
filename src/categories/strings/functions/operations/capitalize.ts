import { plain } from "../builders/plain.ts";
import { capitalized } from "../text/letter-case.ts";

/** The first character in title case, the others in lower case. */
export const capitalize = plain({
  kind: "capitalize",
  released: "capitalize_string",
  apply: capitalized,
  describe: "makes the first character a capital and puts the others in lower case",
  python: "return s.capitalize()",
  javascript: "return capitalize(s);",
});
