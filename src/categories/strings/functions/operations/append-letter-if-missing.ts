import { letter } from "../builders/letter.ts";

/** A letter appended unless the text ends with it. */
export const appendLetterIfMissing = letter({
  kind: "append-letter-if-missing",
  released: "add_letter_if_needed",
  apply: (text, last) => (text.endsWith(last) ? text : text + last),
  describe: (letter) => `appends \`${letter}\` unless the text already ends with it`,
  python: (letter) => `return s if s.endswith("${letter}") else s + "${letter}"`,
  javascript: (letter) => `return s.endsWith("${letter}") ? s : s + "${letter}";`,
});
