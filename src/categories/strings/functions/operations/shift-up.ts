import { shiftAll } from "../builders/shift-all.ts";

/** Every letter 1 to 9 places on. */
export const shiftUp = shiftAll("shift-up", "add_number_to_string", 1);
