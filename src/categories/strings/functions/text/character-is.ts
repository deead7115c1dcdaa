import type { CharacterClass } from "../spec.ts";
import { isAssigned } from "./is-assigned.ts";

// Characters with the value of a digit that are no decimal digits, such as ² and ①.
const DIGITS =
  /^[\p{Nd}\xb2\xb3\xb9\u1369-\u1371\u19da\u2070\u2074-\u2079\u2080-\u2089\u2460-\u2468\u2474-\u247c\u2488-\u2490\u24ea\u24f5-\u24fd\u24ff\u2776-\u277e\u2780-\u2788\u278a-\u2792\u{10a40}-\u{10a43}\u{10e60}-\u{10e68}\u{11052}-\u{1105a}\u{1f100}-\u{1f10a}]$/u;
const BLANKS: ReadonlySet<string> = new Set(
  "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007" +
    "\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000",
);
// Later versions of Unicode changed their mind about these six.
const LOWER = /^(?![\u10fc\u{a7f2}-\u{a7f4}\uab69])[\p{Lowercase}\u0295]$/u;

const VOWELS = "aeiouAEIOU";

/** Which characters belong to a class, as Python 3.11 has it; vowels are those of English. */
export const characterIs: Readonly<Record<CharacterClass, (character: string) => boolean>> = {
  letter: inUnicode14(/^\p{L}$/u, (code) => (code > 64 && code < 91) || (code > 96 && code < 123)),
  digit: inUnicode14(DIGITS, (code) => code > 47 && code < 58),
  uppercase: inUnicode14(/^\p{Uppercase}$/u, (code) => code > 64 && code < 91),
  lowercase: inUnicode14(LOWER, (code) => code > 96 && code < 123),
  space: (character) => BLANKS.has(character),
  vowel: (character) => character.length === 1 && VOWELS.includes(character),
};

function inUnicode14(
  pattern: RegExp,
  ascii: (code: number) => boolean,
): (character: string) => boolean {
  return (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code < 128 ? ascii(code) : pattern.test(character) && isAssigned(code);
  };
}
