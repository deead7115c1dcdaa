import { numberWord } from "../text/number-word.ts";
import type { Reading, ReadKind } from "../spec.ts";
import type { StringOperation } from "../string-operation.ts";
import { read } from "./read.ts";

/** What counts, and how it is told and written of a character `c`. */
export interface CountParts<K extends ReadKind> {
  readonly kind: K;
  readonly released: string | null;
  counts(character: string, reading: Reading): boolean;
  counted(reading: Reading): string;
  python(reading: Reading): string;
  javascript(reading: Reading): string;
}

/** How many characters of a text count, as a number word. */
export function count<K extends ReadKind>(
  parts: CountParts<K>,
): StringOperation<{ kind: K; reading: Reading }> {
  const { kind, released } = parts;
  return read({
    kind,
    released,
    apply: (text, reading) => {
      const characters = [...text];
      let total = 0;
      for (const c of characters) if (parts.counts(c, reading)) total += 1;
      return numberWord(total);
    },
    describe: (reading) => `gives the number of ${parts.counted(reading)} as an English word`,
    python: (reading) => `return word(sum(1 for c in s if ${parts.python(reading)}))`,
    javascript: (reading) =>
      `return word([...s].filter((c) => ${parts.javascript(reading)}).length);`,
  });
}
