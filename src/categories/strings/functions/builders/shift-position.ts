import { drawnPositions, pickTwo } from "../sampling.ts";
import type { PositionsKind, Reading } from "../spec.ts";
import type { StringOperation } from "../string-operation.ts";
import { withCharacters } from "../text/positions.ts";
import { shiftLetter } from "../text/shift-letter.ts";
import { byPlaces, foreignLetters, movedLetters, shiftHelper } from "./shifting.ts";

/** Moves the letter at one position by another position. */
export function shiftPosition<K extends PositionsKind>(
  kind: K,
  released: string | null,
  signs: Readonly<Record<Reading, 1 | -1>>,
): StringOperation<{ kind: K; from: number; at: number; reading: Reading }> {
  return {
    kind,
    released,
    sample: (draws, reading) => {
      const [from, at] = pickTwo(draws, drawnPositions);
      return { kind, from, at, reading };
    },
    outcomes: ({ from, at, reading }, text) => {
      const characters = [...text];
      const character = characters[at];
      if (character === undefined || from >= characters.length) return [text];
      const shifted = shiftLetter(character, signs[reading] * from, reading);
      return [withCharacters(characters, [at, shifted])];
    },
    describe: ({ from, at, reading }) =>
      `moves the character at index ${at}, if it is ${reading === "sound" ? "an" : "a"} ` +
      `${movedLetters(reading)}, ${byPlaces(signs[reading] * from)}, provided that there are characters ` +
      `at index ${from} and index ${at} (counted from zero)${foreignLetters(reading)}`,
    render: ({ from, at, reading }, language) => {
      const by = signs[reading] * from;
      const least = Math.max(from, at);
      switch (language) {
        case "python":
          return `if len(s) <= ${least}:
    return s
return s[:${at}] + ${shiftHelper(reading)}(s[${at}], ${by}) + s[${at + 1}:]`;
        case "javascript":
          return `const c = [...s];
if (c.length <= ${least}) return s;
c[${at}] = ${shiftHelper(reading)}(c[${at}], ${by});
return c.join("");`;
      }
    },
  };
}
