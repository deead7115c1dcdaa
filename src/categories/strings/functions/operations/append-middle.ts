import { appendCharacter } from "../builders/append-character.ts";
import { middleOf } from "../text/positions.ts";

/** The middle character, the second of two, once more at the end. */
export const appendMiddle = appendCharacter({
  kind: "append-middle",
  released: "duplicate_mid_letter",
  choose: (characters) => characters[middleOf(characters)],
  which: "middle character, the second of the two middle ones if the length is even,",
  python: "len(s) // 2",
  javascript: "Math.floor([...s].length / 2)",
});
