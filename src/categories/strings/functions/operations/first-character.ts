import { plain } from "../builders/plain.ts";
import { noCharacter } from "../text/no-text.ts";

/** The first character alone. */
export const firstCharacter = plain({
  kind: "first-character",
  released: "get_first_character",
  apply: (text) => [...text].at(0) ?? noCharacter,
  describe: "gives the first character alone (nothing is defined for an empty text)",
  python: "return s[0]",
  javascript: "return at([...s], 0);",
});
