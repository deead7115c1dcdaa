import { plain } from "../builders/plain.ts";
import { lower } from "../text/letter-case.ts";

/** Lower case; a few characters become several. */
export const lowercase = plain({
  kind: "lowercase",
  released: "convert_to_lowercase",
  apply: lower,
  describe: "puts the text in lower case",
  python: "return s.lower()",
  javascript: "return s.toLowerCase();",
});
