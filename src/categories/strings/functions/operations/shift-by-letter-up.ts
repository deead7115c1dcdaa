import { shiftByLetter } from "../builders/shift-by-letter.ts";

/** Every letter, in lower case, on by the order of the letter at a position. */
export const shiftByLetterUp = shiftByLetter("shift-by-letter-up", "advance_by_character_order", 1);
