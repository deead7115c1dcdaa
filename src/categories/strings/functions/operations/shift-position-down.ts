import { shiftPosition } from "../builders/shift-position.ts";

/** The letter at one position back by another position; on, in the released reading. */
export const shiftPositionDown = shiftPosition("shift-position-down", "sub_order_of_inx1_to_inx2", {
  sound: -1,
  released: 1,
});
