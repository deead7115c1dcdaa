import type { Reading } from "../spec.ts";
import { characterIs } from "./character-is.ts";

const [A, a] = [65, 97];

/**
 * A letter moved on in the alphabet, from z on to a; anything else as it is. The released reading
 * also takes letters outside ASCII, which land among those of ASCII.
 */
export function shiftLetter(character: string, by: number, reading: Reading): string {
  const code = character.codePointAt(0) ?? 0;
  const isForeign = code >= 128 && reading === "sound";
  if (isForeign || !characterIs.letter(character)) return character;
  return letterAt(code, by, characterIs.uppercase(character) ? A : a);
}

/** Every letter of a text moved on in the alphabet. */
export function shiftLetters(text: string, by: number, reading: Reading): string {
  return [...text].map((c) => shiftLetter(c, by, reading)).join("");
}

/** The letter of the alphabet from `first` on that a code point moved on comes to. */
export function letterAt(code: number, by: number, first: number): string {
  return String.fromCodePoint(((((code - first + by) % 26) + 26) % 26) + first);
}
