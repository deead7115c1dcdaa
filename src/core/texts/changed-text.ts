import type { Draws } from "../chance.ts";

const LETTERS = [..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const OTHERS = [...LETTERS, ..."0123456789 _-!."];
const BLANKS = ["\t", "  ", "\n", " "];

/** A text with one small thing changed: a character more, less, other or of the other case, or blanks around. */
export function changedText(text: string, draws: Draws): string {
  const characters = [...text];
  const at = draws.integer(0, Math.max(0, characters.length - 1));
  switch (draws.integer(0, 5)) {
    case 0:
      return characters.toSpliced(at, 1).join("");
    case 1:
      return characters.toSpliced(at, 0, draws.pick(OTHERS)).join("");
    case 2:
      return characters.toSpliced(at, 1, otherCase(characters[at] ?? "a")).join("");
    case 3:
      return characters.toSpliced(at, 1, draws.pick(LETTERS)).join("");
    case 4:
      return text + draws.pick(OTHERS);
    default:
      return draws.pick(BLANKS) + text + draws.pick(BLANKS);
  }
}

function otherCase(character: string): string {
  const upper = character.toUpperCase();
  return upper === character ? character.toLowerCase() : upper;
}
