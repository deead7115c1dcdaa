import { shiftEnd } from "../builders/shift-end.ts";

/** The last letter 0 to 25 places on. */
export const shiftLastUp = shiftEnd("shift-last-up", "shift_last_letter_rand", "last", 1);
