/**
 * What every function is asked first, the most telling texts first: every letter in both cases with
 * letters at the first ten places, then texts short enough for number words, blanks at the ends,
 * even and odd lengths, digits in front of letters.
 */
export const FIXED_TEXTS: readonly string[] = [
  "kBzQvTmEjX 7hYwU  paGcR4n OsDfiL gNrHeVtIxA lyKqMoPd SbWuFCJZ",
  " 3xQeab Zz9UoKrr TnIw ",
  "Wyd jUnGe8pAsHv",
  "cRalM5 tiOFE2bu",
  "zgXy1 NiphDaVs",
  "aqJo kBeZ",
];

const fixed = new Set(FIXED_TEXTS);

/** Whether every function is asked this text. */
export function isFixedText(text: string): boolean {
  return fixed.has(text);
}
