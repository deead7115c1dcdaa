import type { NumberKind, Reading } from "../spec.ts";
import type { StringOperation } from "../string-operation.ts";
import { shiftLetters } from "../text/shift-letter.ts";
import { number } from "./number.ts";
import { byPlaces, foreignLetters, movedLetters, shiftHelper } from "./shifting.ts";

/** Moves every letter by the same number of places. */
export function shiftAll<K extends NumberKind>(
  kind: K,
  released: string | null,
  sign: 1 | -1,
): StringOperation<{ kind: K; by: number; reading: Reading }> {
  return number({
    kind,
    released,
    range: [1, 9],
    apply: (text, by, reading) => shiftLetters(text, sign * by, reading),
    describe: (by, reading) =>
      `moves every ${movedLetters(reading)} ${byPlaces(sign * by)}${foreignLetters(reading)}`,
    python: (by, reading) => `return "".join(${shiftHelper(reading)}(c, ${sign * by}) for c in s)`,
    javascript: (by, reading) =>
      `return [...s].map((c) => ${shiftHelper(reading)}(c, ${sign * by})).join("");`,
  });
}
