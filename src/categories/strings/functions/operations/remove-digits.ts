import { plain } from "../builders/plain.ts";
import { characterIs } from "../text/character-is.ts";

/** The text without its digits. */
export const removeDigits = plain({
  kind: "remove-digits",
  released: "remove_digits",
  apply: (text) => [...text].filter((c) => !characterIs.digit(c)).join(""),
  describe: "removes every digit",
  python: `return "".join(c for c in s if not c.isdigit())`,
  javascript: `return [...s].filter((c) => !isDigit(c)).join("");`,
});
