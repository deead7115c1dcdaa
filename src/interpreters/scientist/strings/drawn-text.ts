import type { Draws } from "../../../core/index.ts";
import { LETTERS } from "./letters.ts";

/** How a text is drawn: the characters it prefers, and how long it is. */
export interface TextTaste {
  readonly favourites: readonly string[];
  readonly length: number;
}

const OTHERS = [..."aeiouAEIOU", ..."0123456789", ..."   ", ..."zZyY", ..."._-éİß"];

/** A text that mixes favourite characters with vowels, digits, blanks and any letters. */
export function drawnText(draws: Draws, { favourites, length }: TextTaste): string {
  let text = "";
  for (let i = 0; i < length; i += 1) {
    const kind = draws.integer(0, 3);
    const from = kind <= 1 && favourites.length > 0 ? favourites : kind === 2 ? OTHERS : LETTERS;
    text += draws.pick(from);
  }
  return text;
}
