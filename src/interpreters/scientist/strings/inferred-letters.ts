import { firstDifference, LETTERS, numberOfWord, orderOf } from "./letters.ts";

const NONE: readonly string[] = [];
const VOWEL = /[aeiou]/iu;

/** The letters that a text lacks. */
function missingFrom(text: string): readonly string[] {
  return LETTERS.filter((letter) => !text.includes(letter));
}

/** Letters whose removal, or replacement by `instead`, may turn one text into the other. */
export function removedLetters(from: string, to: string, instead: string): readonly string[] {
  if (to.length > from.length) return NONE;
  const at = firstDifference(from, to);
  if (at < 0) return missingFrom(from);
  const letter = from[at];
  const isPlausible = letter !== undefined && to.startsWith(instead, at);
  return isPlausible && isLetter(letter) ? [letter] : NONE;
}

/** Letters of which a text holds as many as the word says. */
export function countedLetters(from: string, word: string): readonly string[] {
  const wanted = numberOfWord(word);
  if (wanted === undefined) return NONE;
  const counts = new Uint32Array(128);
  for (let i = 0; i < from.length; i += 1) {
    const code = from.charCodeAt(i);
    if (code < 128) counts[code] = (counts[code] ?? 0) + 1;
  }
  return LETTERS.filter((letter) => counts[letter.charCodeAt(0)] === wanted);
}

/** Letters that first stand where the word says. */
export function foundLetters(from: string, word: string): readonly string[] {
  if (word === "none") return missingFrom(from);
  const at = numberOfWord(word);
  const letter = at === undefined ? undefined : from[at];
  return letter !== undefined && isLetter(letter) && from.indexOf(letter) === at ? [letter] : NONE;
}

/** The letter that stands for the vowels; `null` where there are none to replace. */
export function lettersForVowels(from: string, to: string): readonly string[] | null {
  const at = from.search(VOWEL);
  if (at < 0) return from === to ? null : NONE;
  const isSameBefore = from.length === to.length && from.slice(0, at) === to.slice(0, at);
  return only(isSameBefore ? to[at] : undefined);
}

/** The letter that was put into the middle. */
export function insertedLetters(from: string, to: string): readonly string[] {
  const at = Math.floor(from.length / 2);
  const isOneMore = to.length === from.length + 1 && from.slice(0, at) === to.slice(0, at);
  return only(isOneMore ? to[at] : undefined);
}

/** The letter that a text was made to end with. */
export function finalLetters(from: string, to: string): readonly string[] {
  return only(to.length - from.length <= 1 && to.startsWith(from) ? to.at(-1) : undefined);
}

/** Whether a character is one of the 52 letters. */
export function isLetter(character: string): boolean {
  return character.length === 1 && orderOf(character.charCodeAt(0)) >= 0;
}

function only(character: string | undefined): readonly string[] {
  return character !== undefined && isLetter(character) ? [character] : NONE;
}
