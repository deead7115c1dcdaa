import type { TextResult } from "../string-operation.ts";
import { noText } from "./no-text.ts";

/** The number words that operations give, from 0 on. */
export const numberWords: readonly string[] = (
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen " +
  "sixteen seventeen eighteen nineteen twenty twenty-one twenty-two twenty-three twenty-four " +
  "twenty-five twenty-six twenty-seven twenty-eight twenty-nine thirty"
).split(" ");

/** A whole number as a word; there is none above thirty. */
export function numberWord(number: number): TextResult {
  return (
    numberWords[number] ?? noText(`${number} has no word: number words go from zero to thirty`)
  );
}

/** Numbers as words with a blank between two. */
export function numberWordsOf(numbers: Iterable<number>): TextResult {
  const words: string[] = [];
  for (const number of numbers) {
    const word = numberWord(number);
    if (typeof word !== "string") return word;
    words.push(word);
  }
  return words.join(" ");
}
