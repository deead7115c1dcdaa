/** The letters from a to z. */
export const ALPHABET = "abcdefghijklmnopqrstuvwxyz";

/** The 52 letters that operations take as parameters. */
export const LETTERS: readonly string[] = [...ALPHABET, ...ALPHABET.toUpperCase()];

const WORDS =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty twenty-one twenty-two twenty-three twenty-four twenty-five twenty-six twenty-seven twenty-eight twenty-nine thirty".split(
    " ",
  );

const numbers = new Map(WORDS.map((word, number) => [word, number]));

/** The number that a word names, zero to thirty; `undefined` for any other text. */
export function numberOfWord(text: string): number | undefined {
  return numbers.get(text);
}

/** How far an ASCII letter is in the alphabet, 0 to 25, whatever its case; −1 for anything else. */
export function orderOf(code: number): number {
  const lower = code | 0x20;
  return lower >= 97 && lower <= 122 && code < 128 && code > 64 ? lower - 97 : -1;
}

/** The ASCII letter so many places on, its case kept; any other character as it is. */
export function shiftedLetter(character: string, by: number): string {
  const order = orderOf(character.charCodeAt(0));
  if (order < 0) return character;
  const letter = ALPHABET[(((order + by) % 26) + 26) % 26] ?? character;
  return character === character.toLowerCase() ? letter : letter.toUpperCase();
}

/** The last place where two texts of the same length differ; −1 where they are the same. */
export function lastDifference(a: string, b: string): number {
  let at = a.length - 1;
  while (at >= 0 && a.charCodeAt(at) === b.charCodeAt(at)) at -= 1;
  return at;
}

/** The first place where two texts differ; −1 where they are the same. */
export function firstDifference(a: string, b: string): number {
  if (a === b) return -1;
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i += 1) if (a.charCodeAt(i) !== b.charCodeAt(i)) return i;
  return shorter;
}
