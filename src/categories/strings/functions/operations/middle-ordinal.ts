import { ordinal } from "../builders/ordinal.ts";
import { middleOf } from "../text/positions.ts";

/** The place in the alphabet of the middle character (the second of the two middle ones if the length is even). */
export const middleOrdinal = ordinal({
  kind: "middle-ordinal",
  released: "get_mid_character_ordinality",
  choose: (characters) => characters[middleOf(characters)],
  which: "middle character (the second of the two middle ones if the length is even)",
  python: "len(s) // 2",
  javascript: "Math.floor([...s].length / 2)",
});
