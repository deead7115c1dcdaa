import { ordinal } from "../builders/ordinal.ts";

/** The place in the alphabet of the first character. */
export const firstOrdinal = ordinal({
  kind: "first-ordinal",
  released: "get_first_character_ordinality",
  choose: (characters) => characters[0],
  which: "first character",
  python: "0",
  javascript: "0",
});
