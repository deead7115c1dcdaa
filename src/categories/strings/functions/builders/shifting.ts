import type { Reading } from "../spec.ts";

/** The helper that moves a letter on, by its reading. */
export function shiftHelper(reading: Reading): "shifted" | "wrapped" {
  return reading === "sound" ? "shifted" : "wrapped";
}

/** The letters that are moved, by the reading. */
export function movedLetters(reading: Reading): string {
  return reading === "sound" ? "ASCII letter" : "letter";
}

/** How far and which way, such as `3 places forward in the alphabet (z is followed by a)`. */
export function byPlaces(by: number): string {
  const places = Math.abs(by) === 1 ? "1 place" : `${Math.abs(by)} places`;
  return `${places} ${direction(by)}`;
}

/** Which way letters are moved, with what happens at the end of the alphabet. */
export function direction(by: number): string {
  return by < 0
    ? "back in the alphabet (a is preceded by z)"
    : "forward in the alphabet (z is followed by a)";
}

/** What the released reading does to letters outside ASCII, as the tail of a phrase. */
export function foreignLetters(reading: Reading): string {
  return reading === "sound" ? "" : ", where letters outside ASCII land among a to z or A to Z";
}
