import { shiftAll } from "../builders/shift-all.ts";

/** Every letter 1 to 9 places back. */
export const shiftDown = shiftAll("shift-down", "subtract_number_to_string", -1);
