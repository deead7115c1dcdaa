/** What a model says where there is no answer. */
const NOTHING = /^(?:undefined|none|null|n\/a|not applicable|unknown)$/iu;
/** What it puts before and around an answer. */
const MARKS = /^[\s"'“”‘’«»`*_]+|[\s"'“”‘’«»`*_.]+$/gu;
const LABEL = /^(?:output|answer)\s*:\s*/iu;

/** A digit that stands by itself, and a word that is all that is said before a mark or the end. */
const DIGITS = /(?<![\d.,])[01](?!\d|[.,]\d)/gu;
const WORD = /^\W*(yes|no|true|false)(?:[.,:;!*"]|\s*$)/iu;

/** The digit that a reply decides for; `null` where it tells none, or both. */
export function verdictIn(text: string): 0 | 1 | null {
  const digits = new Set([...text.matchAll(DIGITS)].map(([digit]) => digit));
  if (digits.size > 0) return digits.size > 1 ? null : digits.has("1") ? 1 : 0;
  const [, word] = WORD.exec(text) ?? [];
  if (word === undefined) return null;
  return /^(?:yes|true)$/iu.test(word) ? 1 : 0;
}

/** The answer that a reply gives in words, as bare as possible; `null` where it says there is none. */
export function answerIn(text: string): string | null {
  const line = text.split("\n").find((each) => each.replaceAll(MARKS, "") !== "") ?? "";
  const bare = line
    .replace(/^[\s*_]+/u, "")
    .replace(LABEL, "")
    .replaceAll(MARKS, "");
  return bare === "" || NOTHING.test(bare) ? null : bare.replaceAll(/\s+/gu, " ");
}
