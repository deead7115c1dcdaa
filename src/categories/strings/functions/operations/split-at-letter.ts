import { letter } from "../builders/letter.ts";

/** Each occurrence of a letter becomes a blank. */
export const splitAtLetter = letter({
  kind: "split-at-letter",
  released: "split_string",
  apply: (text, separator) => text.replaceAll(separator, " "),
  describe: (letter) => `replaces every \`${letter}\`, in this case, by a space`,
  python: (letter) => `return s.replace("${letter}", " ")`,
  javascript: (letter) => `return s.split("${letter}").join(" ");`,
});
