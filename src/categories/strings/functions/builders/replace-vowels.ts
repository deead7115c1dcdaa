import type { PlainKind } from "../spec.ts";
import type { StringOperation } from "../string-operation.ts";
import { characterIs } from "../text/character-is.ts";
import { noCharacter } from "../text/no-text.ts";
import { plain } from "./plain.ts";

/** Which character of the text stands for every vowel, told and written as code. */
export interface ReplaceVowelsParts<K extends PlainKind> {
  readonly kind: K;
  readonly released: string | null;
  /** Its position among the characters, or from the end if negative; null for no change. */
  position(characters: readonly string[]): number | null;
  readonly which: string;
  readonly python: string;
  readonly javascript: string;
}

/** Every vowel replaced by one character of the text itself. */
export function replaceVowels<K extends PlainKind>(
  parts: ReplaceVowelsParts<K>,
): StringOperation<{ kind: K }> {
  const { kind, released, which, python, javascript } = parts;
  return plain({
    kind,
    released,
    apply: (text) => {
      const characters = [...text];
      const position = parts.position(characters);
      if (position === null) return text;
      const replacement = characters.at(position);
      if (replacement === undefined) return noCharacter;
      return characters.map((c) => (characterIs.vowel(c) ? replacement : c)).join("");
    },
    describe: `replaces every vowel by ${which}`,
    python: `${python}
return "".join(r if c in VOWELS else c for c in s)`,
    javascript: `${javascript}
return [...s].map((c) => (VOWELS.includes(c) ? r : c)).join("");`,
  });
}
