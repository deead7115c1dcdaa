import type { Reading, ReadKind } from "../spec.ts";
import type { StringOperation, TextResult } from "../string-operation.ts";
import { characterIs } from "../text/character-is.ts";
import { lower } from "../text/letter-case.ts";
import { noCharacter, noText } from "../text/no-text.ts";
import { numberWord } from "../text/number-word.ts";
import { read } from "./read.ts";

const ALPHABET = "abcdefghijklmnopqrstuvwxyz";

/** Which character is looked at, told and written as code. */
export interface OrdinalParts<K extends ReadKind> {
  readonly kind: K;
  readonly released: string | null;
  choose(characters: readonly string[]): string | undefined;
  readonly which: string;
  /** Its position as an expression in Python. */
  readonly python: string;
  /** Its position as an expression in JavaScript. */
  readonly javascript: string;
}

/** The place in the alphabet of one character, as a word; `zero` for what is no letter. */
export function ordinal<K extends ReadKind>(
  parts: OrdinalParts<K>,
): StringOperation<{ kind: K; reading: Reading }> {
  const { kind, released, which } = parts;
  return read({
    kind,
    released,
    apply: (text, reading) => {
      const character = parts.choose([...text]);
      return character === undefined ? noCharacter : ordinalOf(character, reading);
    },
    describe: (reading) =>
      `gives the place in the alphabet of the ${which} as an English word, from \`one\` for a to ` +
      `\`twenty-six\` for z, or \`zero\` if it is no ` +
      (reading === "sound"
        ? "ASCII letter (nothing is defined for an empty text)"
        : "letter (nothing is defined for an empty text or a letter outside ASCII)"),
    python: (reading) => renderPython(parts.python, reading),
    javascript: (reading) => renderJavaScript(parts.javascript, reading),
  });
}

function ordinalOf(character: string, reading: Reading): TextResult {
  const small = reading === "sound" && character >= "\x80" ? "" : lower(character);
  // A capital I with a dot has two characters in lower case, one of which is no letter.
  if (!characterIs.letter(small) || [...small].length > 1) return numberWord(0);
  const place = ALPHABET.indexOf(small) + 1;
  return place === 0
    ? noText("a letter outside ASCII has no place in the alphabet")
    : numberWord(place);
}

function renderPython(position: string, reading: Reading): string {
  return reading === "sound"
    ? `c = s[${position}]
return word(ALPHABET.index(c.lower()) + 1) if c.isascii() and c.isalpha() else "zero"`
    : `c = s[${position}].lower()
return word(ALPHABET.index(c) + 1) if c.isalpha() else "zero"`;
}

function renderJavaScript(position: string, reading: Reading): string {
  return reading === "sound"
    ? `const c = at([...s], ${position});
return word(/^[A-Za-z]$/.test(c) ? ALPHABET.indexOf(c.toLowerCase()) + 1 : 0);`
    : `const c = at([...s], ${position}).toLowerCase();
if (!isLetter(c)) return "zero";
return word(ALPHABET.indexOf(c) + 1 || -1);`;
}
