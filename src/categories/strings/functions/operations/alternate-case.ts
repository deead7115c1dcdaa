import { plain } from "../builders/plain.ts";
import { lower, upper } from "../text/letter-case.ts";

/** Upper and lower case in turn, whatever the characters are. */
export const alternateCase = plain({
  kind: "alternate-case",
  released: "capitalize_alternating_letters",
  apply: (text) => [...text].map((c, i) => (i % 2 === 0 ? upper(c) : lower(c))).join(""),
  describe:
    "puts the characters in upper case and lower case in turn, the first one in upper case, counting every character",
  python: `return "".join(c.lower() if i % 2 else c.upper() for i, c in enumerate(s))`,
  javascript: `return [...s].map((c, i) => (i % 2 === 0 ? c.toUpperCase() : c.toLowerCase())).join("");`,
});
