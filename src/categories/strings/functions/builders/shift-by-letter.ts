import type { PositionKind, Reading } from "../spec.ts";
import type { StringOperation, TextResult } from "../string-operation.ts";
import { characterIs } from "../text/character-is.ts";
import { lower } from "../text/letter-case.ts";
import { noText } from "../text/no-text.ts";
import { letterAt } from "../text/shift-letter.ts";
import { direction } from "./shifting.ts";

const a = 97;
const ASCII_LETTER = /^[A-Za-z]$/;

/** Moves every letter, in lower case, by the order of the letter at one position. */
export function shiftByLetter<K extends PositionKind>(
  kind: K,
  released: string | null,
  sign: 1 | -1,
): StringOperation<{ kind: K; position: number; reading: Reading }> {
  return {
    kind,
    released,
    sample: (draws, reading) => ({ kind, position: draws.integer(1, 9), reading }),
    outcomes: ({ position, reading }, text) => {
      const characters = [...text];
      const key = characters[position];
      if (key === undefined) return [text];
      return [
        reading === "sound" ? soundly(characters, key, sign) : asReleased(characters, key, sign),
      ];
    },
    describe: ({ position, reading }) =>
      (reading === "sound" ? tellSound : tellReleased)(position, sign),
    render: ({ position, reading }, language) =>
      (language === "python" ? renderPython : renderJavaScript)(position, sign, reading),
  };
}

function soundly(characters: readonly string[], key: string, sign: 1 | -1): string {
  if (!isAsciiLetter(key)) return characters.join("");
  const by = sign * (codeOf(key.toLowerCase()) - a);
  return characters
    .map((c) => (isAsciiLetter(c) ? letterAt(codeOf(c.toLowerCase()), by, a) : c))
    .join("");
}

function asReleased(characters: readonly string[], key: string, sign: 1 | -1): TextResult {
  const changed = characters.filter(characterIs.letter);
  const double = [key, ...changed].find((c) => [...lower(c)].length !== 1);
  if (double !== undefined) return noText(`${double} is not one character in lower case`);
  const by = sign * (codeOf(lower(key)) - a);
  return characters
    .map((c) => (characterIs.letter(c) ? letterAt(codeOf(lower(c)), by, a) : c))
    .join("");
}

function isAsciiLetter(character: string): boolean {
  return ASCII_LETTER.test(character);
}

function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}

function tellSound(position: number, sign: 1 | -1): string {
  return (
    `if there is an ASCII letter at index ${position} (counted from zero), puts every ASCII letter in ` +
    `lower case and moves it by the order of that letter (a is 0, z is 25) ${direction(sign)}, and ` +
    `otherwise leaves the text as it is`
  );
}

function tellReleased(position: number, sign: 1 | -1): string {
  return (
    `if there is a character at index ${position} (counted from zero), puts every letter in lower case and ` +
    `moves it by the order of that character (its code point in lower case minus 97, so that a is 0, z is ` +
    `25 and a space is minus 65) ${direction(sign)}, where letters outside ASCII land among a to z (nothing is defined ` +
    `where lower case is more than one character), and otherwise leaves the text as it is`
  );
}

function renderPython(position: number, sign: 1 | -1, reading: Reading): string {
  const by = sign === 1 ? "by" : "-by";
  return reading === "sound"
    ? `if len(s) <= ${position} or not (s[${position}].isascii() and s[${position}].isalpha()):
    return s
by = ord(s[${position}].lower()) - 97
return "".join(shifted(c.lower(), ${by}) if c.isascii() else c for c in s)`
    : `if len(s) <= ${position}:
    return s
by = ord(s[${position}].lower()) - 97
return "".join(chr((ord(c.lower()) - 97 + ${by}) % 26 + 97) if c.isalpha() else c for c in s)`;
}

function renderJavaScript(position: number, sign: 1 | -1, reading: Reading): string {
  const by = sign === 1 ? "by" : "-by";
  return reading === "sound"
    ? `const c = [...s];
if (c.length <= ${position} || !/^[A-Za-z]$/.test(c[${position}])) return s;
const by = c[${position}].toLowerCase().charCodeAt(0) - 97;
return c.map((x) => (/^[A-Za-z]$/.test(x) ? shifted(x.toLowerCase(), ${by}) : x)).join("");`
    : `const c = [...s];
if (c.length <= ${position}) return s;
const by = lowerCode(c[${position}]) - 97;
return c.map((x) => (isLetter(x) ? letter(lowerCode(x) - 97 + ${by}, 97) : x)).join("");`;
}
