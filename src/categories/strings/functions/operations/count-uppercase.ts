import { count } from "../builders/count.ts";
import { characterIs } from "../text/character-is.ts";

/** The number of capitals as a word. */
export const countUppercase = count({
  kind: "count-uppercase",
  released: "count_uppercase",
  counts: characterIs.uppercase,
  counted: () => "capital letters",
  python: () => "c.isupper()",
  javascript: () => "isUpper(c)",
});
