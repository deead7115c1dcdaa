import { withoutMarks } from "../../../core/index.ts";

const PLAIN = /^[A-Za-z]+(?: [A-Za-z]+)*$/u;

/** What words are the same by: alike for capitals, accents and points. */
export function keyOf(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return withoutMarks(text)
    .replaceAll(/['’.]/gu, "")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** What names are the same by that differ in number. */
export function stemOf(text: string): string {
  return keyOf(text).replace(/ies$/u, "y").replace(/e?s$/u, "");
}
