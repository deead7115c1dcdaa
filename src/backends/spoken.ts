/** What a model says where there is no answer. */
const NOTHING = /^(?:undefined|none|null|n\/a|not applicable|unknown)$/iu;
/** What it puts before and around an answer. */
const MARKS = /^[\s"'“”‘’«»`*_]+|[\s"'“”‘’«»`*_.]+$/gu;
const LABEL = /^(?:output|answer)\s*:\s*/iu;

/** The digit that a reply decides for; `null` where it tells none. */
export function verdictIn(text: string): 0 | 1 | null {
  const [, digit] = /(?<![\d.,])([01])(?![\d]|[.,]\d)/u.exec(text) ?? [];
  if (digit !== undefined) return digit === "1" ? 1 : 0;
  const [, word] = /\b(yes|no|true|false)\b/iu.exec(text) ?? [];
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
