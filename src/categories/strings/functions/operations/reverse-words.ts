import { plain } from "../builders/plain.ts";
import { wordsOf } from "../text/blanks.ts";

/** Each word reversed in its place, with one blank between words. */
export const reverseWords = plain({
  kind: "reverse-words",
  released: "reverse_words",
  apply: (text) =>
    wordsOf(text)
      .map((word) => [...word].toReversed().join(""))
      .join(" "),
  describe: "reverses each word in its place and joins the words by single spaces",
  python: `return " ".join(w[::-1] for w in s.split())`,
  javascript: `return words(s).map((w) => [...w].reverse().join("")).join(" ");`,
});
