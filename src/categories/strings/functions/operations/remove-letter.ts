import { letter } from "../builders/letter.ts";

/** The text without one letter. */
export const removeLetter = letter({
  kind: "remove-letter",
  released: "remove_substring",
  apply: (text, removed) => text.replaceAll(removed, ""),
  describe: (letter) => `removes every \`${letter}\`, in this case`,
  python: (letter) => `return s.replace("${letter}", "")`,
  javascript: (letter) => `return s.split("${letter}").join("");`,
});
