import { shiftByLetter } from "../builders/shift-by-letter.ts";

/** Every letter, in lower case, back by the order of the letter at a position. */
export const shiftByLetterDown = shiftByLetter(
  "shift-by-letter-down",
  "substract_by_character_order",
  -1,
);
