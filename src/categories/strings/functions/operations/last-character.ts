import { plain } from "../builders/plain.ts";
import { noCharacter } from "../text/no-text.ts";

/** The last character alone. */
export const lastCharacter = plain({
  kind: "last-character",
  released: "get_last_character",
  apply: (text) => [...text].at(-1) ?? noCharacter,
  describe: "gives the last character alone (nothing is defined for an empty text)",
  python: "return s[-1]",
  javascript: "return at([...s], -1);",
});
