import { characterIs } from "./character-is.ts";

/** The words of a text: the stretches between blanks, as Python's `str.split` gives them. */
export function wordsOf(text: string): readonly string[] {
  const words: string[] = [];
  let start = -1;
  for (let i = 0; i <= text.length; i += 1) {
    const isBreak = i === text.length || characterIs.space(text.charAt(i));
    if (isBreak && start !== -1) words.push(text.slice(start, i));
    if (isBreak) start = -1;
    else if (start === -1) start = i;
  }
  return words;
}

/** The text without the blanks at its start. */
export function strippedLeft(text: string): string {
  let from = 0;
  while (from < text.length && characterIs.space(text.charAt(from))) from += 1;
  return text.slice(from);
}

/** The text without the blanks at its end. */
export function strippedRight(text: string): string {
  let to = text.length;
  while (to > 0 && characterIs.space(text.charAt(to - 1))) to -= 1;
  return text.slice(0, to);
}
