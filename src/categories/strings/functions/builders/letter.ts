import type { Language } from "../../../../contract/index.ts";
import { asciiLetters } from "../sampling.ts";
import type { LetterKind, LetterWordKind, Reading } from "../spec.ts";
import type { StringOperation, TextResult } from "../string-operation.ts";

/** What an operation with one letter is made of. */
export interface LetterParts<K extends LetterKind | LetterWordKind> {
  readonly kind: K;
  readonly released: string | null;
  apply(text: string, letter: string): TextResult;
  describe(letter: string): string;
  python(letter: string): string;
  javascript(letter: string): string;
}

/** An operation with one letter that has one reading. */
export function letter<K extends LetterKind>(
  parts: LetterParts<K>,
): StringOperation<{ kind: K; letter: string }> {
  const { kind } = parts;
  return {
    ...meaning(parts),
    kind,
    sample: (draws) => ({ kind, letter: draws.pick(asciiLetters) }),
  };
}

/** An operation with one letter that gives a number word. */
export function letterWord<K extends LetterWordKind>(
  parts: LetterParts<K>,
): StringOperation<{ kind: K; letter: string; reading: Reading }> {
  const { kind } = parts;
  return {
    ...meaning(parts),
    kind,
    sample: (draws, reading) => ({ kind, letter: draws.pick(asciiLetters), reading }),
  };
}

interface Lettered {
  readonly letter: string;
}

interface Meaning {
  readonly released: string | null;
  outcomes(atom: Lettered, text: string): readonly TextResult[];
  describe(atom: Lettered): string;
  render(atom: Lettered, language: Language): string;
}

function meaning(parts: LetterParts<LetterKind | LetterWordKind>): Meaning {
  return {
    released: parts.released,
    outcomes: (atom, text) => [parts.apply(text, atom.letter)],
    describe: (atom) => parts.describe(atom.letter),
    render: (atom, language) => parts[language](atom.letter),
  };
}
