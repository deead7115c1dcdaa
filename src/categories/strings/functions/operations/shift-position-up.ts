import { shiftPosition } from "../builders/shift-position.ts";

/** The letter at one position on by another position. */
export const shiftPositionUp = shiftPosition("shift-position-up", "add_order_of_inx1_to_inx2", {
  sound: 1,
  released: 1,
});
