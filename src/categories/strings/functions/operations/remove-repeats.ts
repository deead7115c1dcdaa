import { plain } from "../builders/plain.ts";

/** Each character at its first place only. */
export const removeRepeats = plain({
  kind: "remove-repeats",
  released: "remove_duplicates",
  apply: (text) => [...new Set(text)].join(""),
  describe: "keeps only the first occurrence of each character",
  python: `return "".join(dict.fromkeys(s))`,
  javascript: `return [...new Set(s)].join("");`,
});
