import { appendCharacter } from "../builders/append-character.ts";

/** The last character once more at the end. */
export const appendLast = appendCharacter({
  kind: "append-last",
  released: "duplicate_last_letter",
  choose: (characters) => characters.at(-1),
  which: "last character",
  python: "-1",
  javascript: "-1",
});
