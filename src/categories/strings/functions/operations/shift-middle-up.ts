import { shiftMiddle } from "../builders/shift-middle.ts";

/** The middle letter of an odd length 1 to 9 places on. */
export const shiftMiddleUp = shiftMiddle("shift-middle-up", "add_number_to_middle", 1);
