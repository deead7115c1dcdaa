import { withoutMarks } from "../../../core/index.ts";

const REST = /[^\p{L}\p{N}]+/gu;

/** Letters that Unicode does not take apart, as they are written without their marks. */
const PLAIN: readonly (readonly [letter: string, plain: string])[] = [
  ["ø", "o"],
  ["ł", "l"],
  ["ß", "ss"],
  ["æ", "ae"],
  ["œ", "oe"],
];

/** The words of a name in lower case, without marks, punctuation and a leading article. */
export function nameWords(text: string): readonly string[] {
  let plain = withoutMarks(text).replaceAll(/['’.]/gu, "");
  for (const [letter, other] of PLAIN) plain = plain.replaceAll(letter, other);
  const words = plain.split(REST).filter((word) => word !== "");
  const [first] = words;
  return words.length > 1 && (first === "the" || first === "a" || first === "an")
    ? words.slice(1)
    : words;
}

/** Spellings that are remembered, so that one is not taken apart again. */
const MOST_REMEMBERED = 20_000;
const remembered = new Map<string, string>();

/** What two spellings of one name have in common. */
export function nameKey(text: string): string {
  const known = remembered.get(text);
  if (known !== undefined) return known;
  const key = nameWords(text).join(" ");
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(text, key);
  return key;
}
