import { count } from "../builders/count.ts";
import { characterIs } from "../text/character-is.ts";

/** The number of small letters as a word. */
export const countLowercase = count({
  kind: "count-lowercase",
  released: "count_lowercase",
  counts: characterIs.lowercase,
  counted: () => "small letters",
  python: () => "c.islower()",
  javascript: () => "isLower(c)",
});
