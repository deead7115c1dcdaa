import { plain } from "../builders/plain.ts";
import { characterIs } from "../text/character-is.ts";

/** Only the capitals. */
export const keepUppercase = plain({
  kind: "keep-uppercase",
  released: "extract_uppers",
  apply: (text) => [...text].filter(characterIs.uppercase).join(""),
  describe: "keeps only the capital letters",
  python: `return "".join(c for c in s if c.isupper())`,
  javascript: `return [...s].filter(isUpper).join("");`,
});
