import { ordinal } from "../builders/ordinal.ts";

/** The place in the alphabet of the last character. */
export const lastOrdinal = ordinal({
  kind: "last-ordinal",
  released: "get_last_character_ordinality",
  choose: (characters) => characters.at(-1),
  which: "last character",
  python: "-1",
  javascript: "-1",
});
