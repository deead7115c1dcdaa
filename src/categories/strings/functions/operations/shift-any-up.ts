import { shiftAny } from "../builders/shift-any.ts";

/** The letter at a position drawn anew each time, by that position on. */
export const shiftAnyUp = shiftAny("shift-any-up", "add_order_to_inx", 1);
