import { shiftEnd } from "../builders/shift-end.ts";

/** The first letter 0 to 25 places back. */
export const shiftFirstDown = shiftEnd(
  "shift-first-down",
  "shift_first_letter_predecessor_rand",
  "first",
  -1,
);
