/** A string in lower case, without the marks of its letters. */
export function withoutMarks(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/\p{M}+/gu, "")
    .toLowerCase();
}

/** Letters that Unicode does not take apart, as they are written without their marks. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ["ß", "ss"],
  ["æ", "ae"],
  ["œ", "oe"],
  ["ø", "o"],
  ["đ", "d"],
  ["ð", "d"],
  ["ł", "l"],
  ["þ", "th"],
  ["ı", "i"],
]);

/** The same, in letters that have no marks of any kind. */
export function inPlainLetters(text: string): string {
  return withoutMarks(text).replaceAll(/[ßæœøđðłþı]/gu, (letter) => LETTERS.get(letter) ?? letter);
}
