import { appendCharacter } from "../builders/append-character.ts";

/** The first character once more at the end. */
export const appendFirst = appendCharacter({
  kind: "append-first",
  released: "duplicate_first_letter",
  choose: (characters) => characters[0],
  which: "first character",
  python: "0",
  javascript: "0",
});
