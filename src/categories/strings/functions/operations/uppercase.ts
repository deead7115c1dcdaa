import { plain } from "../builders/plain.ts";
import { upper } from "../text/letter-case.ts";

/** Upper case; a few characters become several. */
export const uppercase = plain({
  kind: "uppercase",
  released: "convert_to_uppercase",
  apply: upper,
  describe: "puts the text in upper case",
  python: "return s.upper()",
  javascript: "return s.toUpperCase();",
});
