import { shiftEnd } from "../builders/shift-end.ts";

/** The first letter 0 to 25 places on. */
export const shiftFirstUp = shiftEnd("shift-first-up", "shift_first_letter_rand", "first", 1);
