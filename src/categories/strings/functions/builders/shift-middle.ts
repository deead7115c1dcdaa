import type { NumberKind, Reading } from "../spec.ts";
import type { StringOperation } from "../string-operation.ts";
import { middleOf, withCharacters } from "../text/positions.ts";
import { shiftLetter } from "../text/shift-letter.ts";
import { number } from "./number.ts";
import { byPlaces, foreignLetters, movedLetters, shiftHelper } from "./shifting.ts";

/** Moves the middle character of a text of odd length by a number of places. */
export function shiftMiddle<K extends NumberKind>(
  kind: K,
  released: string | null,
  sign: 1 | -1,
): StringOperation<{ kind: K; by: number; reading: Reading }> {
  return number({
    kind,
    released,
    range: [1, 9],
    apply: (text, by, reading) => shiftedMiddle(text, () => sign * by, reading),
    describe: (by, reading) => describeMiddle(byPlaces(sign * by), reading),
    python: (by, reading) => pythonMiddle(String(sign * by), reading),
    javascript: (by, reading) => javascriptMiddle(String(sign * by), reading),
  });
}

/** A text with its middle character moved, if its length is odd and at least 3. */
export function shiftedMiddle(
  text: string,
  by: (length: number) => number,
  reading: Reading,
): string {
  const characters = [...text];
  const middle = middleOf(characters);
  const character = characters[middle];
  if (character === undefined || characters.length < 3 || characters.length % 2 === 0) return text;
  const shifted = shiftLetter(character, by(characters.length), reading);
  return withCharacters(characters, [middle, shifted]);
}

/** The phrase for moving the middle character. */
export function describeMiddle(places: string, reading: Reading): string {
  return (
    `moves the middle character, if the length is odd and at least 3 and it is an ` +
    `${movedLetters(reading)}, ${places}${foreignLetters(reading)}`
  ).replace("an letter", "a letter");
}

/** The body in Python; `by` is an expression. */
export function pythonMiddle(by: string, reading: Reading): string {
  return `if len(s) < 3 or len(s) % 2 == 0:
    return s
m = len(s) // 2
return s[:m] + ${shiftHelper(reading)}(s[m], ${by}) + s[m + 1:]`;
}

/** The body in JavaScript; `by` is an expression that may use the characters `c`. */
export function javascriptMiddle(by: string, reading: Reading): string {
  return `const c = [...s];
if (c.length < 3 || c.length % 2 === 0) return s;
const m = (c.length - 1) / 2;
c[m] = ${shiftHelper(reading)}(c[m], ${by});
return c.join("");`;
}
