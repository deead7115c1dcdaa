/**
 * Places in the array of 64-bit numbers that the host and the prelude share, and which no program
 * can reach: a call's numbers go in and a number comes out without a handle.
 */
export const SLOTS = {
  /** Up to four numbers that a call is made with; its result, if that is a number, is in the first. */
  numbers: 0,
  /** What the call came to, one of `CALL_KINDS`. */
  kind: 4,
  /** Four 32-bit words that decide chance in this call, from the 32-bit place 2 × 5 on. */
  key: 5,
  /** The 32-bit place 2 × 7 is 1 until the words of `key` have been taken up. */
  fresh: 7,
  /** How many of `numbers` the call is made with. */
  count: 8,
  length: 9,
} as const;

/** Most numbers that a call takes from the shared array. */
export const MOST_SLOT_NUMBERS = 4;

/** What a call came to. */
export const CALL_KINDS = { none: 0, number: 1, other: 2, threw: 3 } as const;

/** What stands in the slots at first, by which the host finds them in the engine's memory. */
export const SLOT_PATTERN: readonly number[] = Array.from(
  { length: SLOTS.length },
  (_, index) => (index + 1) / 7919,
);
