import type { PlainKind } from "../spec.ts";
import type { StringOperation } from "../string-operation.ts";
import { noCharacter } from "../text/no-text.ts";
import { plain } from "./plain.ts";

/** Which character of the text is appended, told and written as code. */
export interface AppendCharacterParts<K extends PlainKind> {
  readonly kind: K;
  readonly released: string | null;
  choose(characters: readonly string[]): string | undefined;
  readonly which: string;
  /** Its position as an expression in Python. */
  readonly python: string;
  /** Its position as an expression in JavaScript. */
  readonly javascript: string;
}

/** A text with one of its own characters once more at its end. */
export function appendCharacter<K extends PlainKind>(
  parts: AppendCharacterParts<K>,
): StringOperation<{ kind: K }> {
  const { kind, released, which, python, javascript } = parts;
  return plain({
    kind,
    released,
    apply: (text) => {
      const character = parts.choose([...text]);
      return character === undefined ? noCharacter : text + character;
    },
    describe: `appends the ${which} once more (nothing is defined for an empty text)`,
    python: `return s + s[${python}]`,
    javascript: `return s + at([...s], ${javascript});`,
  });
}
