import type { NumberKind, Reading } from "../spec.ts";
import type { StringOperation } from "../string-operation.ts";
import { characterIs } from "../text/character-is.ts";
import { withCharacters } from "../text/positions.ts";
import { shiftLetter } from "../text/shift-letter.ts";
import { number } from "./number.ts";
import { byPlaces } from "./shifting.ts";

/** Moves the letter at one end of a text; the released reading leaves the alphabet. */
export function shiftEnd<K extends NumberKind>(
  kind: K,
  released: string | null,
  end: "first" | "last",
  sign: 1 | -1,
): StringOperation<{ kind: K; by: number; reading: Reading }> {
  const jumps = sign === 1 ? { z: "a", Z: "A" } : { a: "z", A: "Z" };
  const told = Object.entries(jumps)
    .map(([from, to]) => `${from} always becomes ${to}`)
    .join(" and ");
  const table = JSON.stringify(jumps);
  const call = (character: string, by: number, reading: Reading): string =>
    reading === "sound"
      ? `shifted(${character}, ${sign * by})`
      : `moved(${character}, ${sign * by}, ${table})`;
  return number({
    kind,
    released,
    range: [0, 25],
    apply: (text, by, reading) => {
      const characters = [...text];
      const at = end === "first" ? 0 : characters.length - 1;
      const character = characters[at];
      if (character === undefined) return text;
      const shifted =
        reading === "sound"
          ? shiftLetter(character, sign * by, reading)
          : shiftUnwrapped(character, sign * by, jumps);
      return withCharacters(characters, [at, shifted]);
    },
    describe: (by, reading) =>
      reading === "sound"
        ? `moves the ${end} character, if it is an ASCII letter, ${byPlaces(sign * by)}`
        : `replaces the ${end} character, if it is a letter, by the one whose code point is ${by} ` +
          `${sign === 1 ? "higher" : "lower"}, which may be no letter, but ` +
          told,
    python: (by, reading) =>
      end === "first"
        ? `return ${call("s[:1]", by, reading)} + s[1:]`
        : `return s[:-1] + ${call("s[-1:]", by, reading)}`,
    javascript: (by, reading) => `const c = [...s];
if (c.length === 0) return s;
const i = ${end === "first" ? "0" : "c.length - 1"};
c[i] = ${call("c[i]", by, reading)};
return c.join("");`,
  });
}

function shiftUnwrapped(
  character: string,
  by: number,
  jumps: Readonly<Record<string, string>>,
): string {
  if (!characterIs.letter(character)) return character;
  return jumps[character] ?? String.fromCodePoint((character.codePointAt(0) ?? 0) + by);
}
