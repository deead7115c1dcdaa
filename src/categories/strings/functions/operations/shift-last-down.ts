import { shiftEnd } from "../builders/shift-end.ts";

/** The last letter 0 to 25 places back. */
export const shiftLastDown = shiftEnd(
  "shift-last-down",
  "shift_last_letter_predecessor_rand",
  "last",
  -1,
);
