import type { LetterWordKind, Reading } from "../spec.ts";
import type { StringOperation } from "../string-operation.ts";
import { numberWord } from "../text/number-word.ts";
import { letterWord } from "./letter.ts";

/** How often a letter occurs, as a number word. */
export function countOfLetter<K extends LetterWordKind>(
  kind: K,
  released: string | null,
): StringOperation<{ kind: K; letter: string; reading: Reading }> {
  return letterWord({
    kind,
    released,
    apply: (text, letter) => numberWord(timesIn(text, letter)),
    describe: (letter) =>
      `gives the number of times that the letter \`${letter}\` occurs, in this case, as an English word`,
    python: (letter) => `return word(s.count("${letter}"))`,
    javascript: (letter) => `return word(s.split("${letter}").length - 1);`,
  });
}

function timesIn(text: string, letter: string): number {
  let count = 0;
  for (let at = text.indexOf(letter); at !== -1; at = text.indexOf(letter, at + letter.length))
    count += 1;
  return count;
}
