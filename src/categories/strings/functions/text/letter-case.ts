import { characterIs } from "./character-is.ts";
import { isAssigned } from "./is-assigned.ts";
import { titleCase } from "./title-case.ts";

const SIGMA = "Σ";
// Later versions of Unicode changed their mind about one.
const IGNORED = /^[\p{Case_Ignorable}\u{1171e}]$/u;

/** Python's `str.lower`: a capital sigma at the end of a word becomes ς. */
export function lower(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  if (!text.includes(SIGMA)) return mapped(text, (c) => c.toLowerCase());
  const characters = [...text];
  return characters
    .map((c, i) => {
      if (c !== SIGMA) return mapped(c, (one) => one.toLowerCase());
      return isCasedNext(characters, i, -1) && !isCasedNext(characters, i, 1) ? "ς" : "σ";
    })
    .join("");
}

/** Python's `str.upper`; some characters become several. */
export function upper(text: string): string {
  return isAscii(text) ? text.toUpperCase() : mapped(text, (c) => c.toUpperCase());
}

/** Python's `str.capitalize`: the first character in title case, the others in lower case. */
export function capitalized(text: string): string {
  const [first] = text;
  if (first === undefined) return "";
  return mapped(first, titleCase) + lower(text).slice(lower(first).length);
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) if (text.charCodeAt(i) > 127) return false;
  return true;
}

/** What newer versions of Unicode added, or map to what they added, is left alone. */
function mapped(text: string, change: (character: string) => string): string {
  return [...text]
    .map((c) => {
      if (!isKnown(c)) return c;
      const changed = change(c);
      return [...changed].every(isKnown) ? changed : c;
    })
    .join("");
}

function isKnown(character: string): boolean {
  return isAssigned(character.codePointAt(0) ?? 0);
}

/** Whether the nearest character on this side has case, those that do not break a word aside. */
function isCasedNext(characters: readonly string[], from: number, step: 1 | -1): boolean {
  for (let i = from + step; ; i += step) {
    const character = characters[i];
    if (character === undefined) return false;
    if (IGNORED.test(character) && isKnown(character)) continue;
    return isCased(character);
  }
}

function isCased(character: string): boolean {
  return (
    characterIs.uppercase(character) ||
    characterIs.lowercase(character) ||
    (/^\p{Lt}$/u.test(character) && isKnown(character))
  );
}
