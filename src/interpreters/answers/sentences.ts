/** Longer texts are read up to here; no answer states its exceptions behind so many characters. */
const MOST_READ = 65_536;

/** Longer sentences are passed over: they are tables, or no language at all. */
const LONGEST = 1_000;

/**
 * The sentences of a text, one line each, with minus signs and ranges as plain characters. A list
 * belongs to the sentence that announces it, and the number of its item ends no sentence.
 */
export function sentencesOf(text: string): readonly string[] {
  return text
    .slice(0, MOST_READ)
    .replaceAll("−", "-")
    .replaceAll(/(?<=\d)\s{0,3}[–—]\s{0,3}(?=[-\d])/gu, " to ")
    .replaceAll(/^[ \t]{0,8}(?:[-*•]|\d{1,2}[.)])[ \t]+/gmu, ", ")
    .split(/(?<=[.!?;])(?=\s)|\n[ \t]*\n/u)
    .map((sentence) =>
      sentence
        .slice(0, LONGEST + 1)
        .replaceAll(/\s+/gu, " ")
        .trim(),
    )
    .filter((sentence) => sentence !== "" && sentence.length <= LONGEST);
}
