import { wordsOf } from "./key-of.ts";

/** Words that say nothing about which property, class or exception is meant. */
const EMPTY = new Set(
  `the a an of that this these those which where in is are was were be for it its to on at by from with as and
  who whose what their his her one given input corresponding located situated found lies lie most likely typical
  typically usual usually main official primary some any so called has have belong belongs
  km kilometer kilometers kilometre kilometres m meter meters metre metres`.split(/\s+/u),
);

/** Words of a statement about exceptions that tell that it is one. */
const EXCEPTING = new Set(
  `except exception exceptions unless if when then undefined return returns gives give given answer answers output
  there only but for where all value no-value`.split(/\s+/u),
);

/** British spellings, and forms of a word, as another one. */
const sameWords: ReadonlyMap<string, string> = new Map(
  Object.entries({ colour: "color", organisation: "organization", neighbour: "neighbor" }),
);

/** The words of a phrase that carry its meaning, in the singular, each once. */
export function phraseWords(phrase: string): ReadonlySet<string> {
  const words = wordsOf(phrase)
    .split(" ")
    .filter((word) => word !== "" && !EMPTY.has(word));
  return new Set(words.map(singular));
}

/** The words of a stated exception. */
export function exceptionWords(phrase: string): ReadonlySet<string> {
  return new Set([...phraseWords(phrase)].filter((word) => !EXCEPTING.has(word)));
}

function singular(word: string): string {
  const single = word.endsWith("ies") && word.length > 4 ? `${word.slice(0, -3)}y` : cut(word);
  return sameWords.get(single) ?? single;
}

function cut(word: string): string {
  if (/(?:ss|us|is)$/u.test(word) || word.length <= 3) return word;
  if (/(?:ch|sh|x|ss)es$/u.test(word)) return word.slice(0, -2);
  return word.endsWith("s") ? word.slice(0, -1) : word;
}

/** Whether two sets have the same members, once those of a third are left out. */
export function sameWithout(
  a: ReadonlySet<string>,
  b: ReadonlySet<string>,
  left: ReadonlySet<string> = new Set(),
): boolean {
  const [one, other] = [a, b].map((set) => [...set].filter((word) => !left.has(word)));
  if (one === undefined || other === undefined) return false;
  return one.length === other.length && one.every((word) => b.has(word));
}
