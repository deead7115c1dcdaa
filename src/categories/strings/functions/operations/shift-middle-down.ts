import { shiftMiddle } from "../builders/shift-middle.ts";

/** The middle letter of an odd length 1 to 9 places back. */
export const shiftMiddleDown = shiftMiddle("shift-middle-down", "subtract_middle_character", -1);
