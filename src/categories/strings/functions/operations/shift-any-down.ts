import { shiftAny } from "../builders/shift-any.ts";

/** The letter at a position drawn anew each time, by that position back. */
export const shiftAnyDown = shiftAny("shift-any-down", "sub_order_to_inx", -1);
