import { inPlainLetters } from "../../../core/index.ts";

/** Longer texts are no words: what is looked up of them is their beginning. */
const LONGEST = 200;

const PLAIN = /^[a-z]+(?: [a-z]+)*$/u;
const ASCII = /^[ -~]*$/u;
const PERCENTAGE = /[\d]+(?:[.,][\d]+)*\s*(?:%|per\s?cent\b)/gu;

/** The percentages are one word, whatever their number. */
export const PERCENT = "0%";

/**
 * What a word is looked up by: alike for all ways to write it that differ in case, blanks, hyphens,
 * accents, apostrophes and points, and for all percentages. What has neither letter nor digit stands for itself.
 */
export function wordKey(text: string): string {
  const cut = text.length > LONGEST ? text.slice(0, LONGEST) : text;
  if (PLAIN.test(cut)) return cut;
  const plain = ASCII.test(cut) ? cut.toLowerCase() : inPlainLetters(cut);
  const percents = plain.includes("%") || plain.includes("per");
  const key = (percents ? plain.replaceAll(PERCENTAGE, PERCENT) : plain)
    .replaceAll(/['’ʼ`´]|(?<!\d)\.|\.(?!\d)/gu, "")
    .replaceAll("&", " and ")
    .replaceAll(/[^\p{L}\p{N}%]+/gu, " ")
    .trim();
  return key === "" ? cut.trim() : key;
}

/** The key without the article that it begins with. */
export function withoutArticle(key: string): string {
  return key.replace(/^(?:the|an?) (?=.)/u, "");
}
