import type { EntitySpec, Join, WordCondition } from "../functions/spec.ts";
import type { Concept } from "../lexicon/concept.ts";
import { isName, rounded } from "../lexicon/lexicon.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import { wordShare } from "../lexicon/word-hash.ts";
import { wordKey } from "../lexicon/word-key.ts";
import { conceptsOf } from "./concepts-of.ts";

/** A unit as it answers words, without its noise. */
export interface Unit {
  /** Its activation, 0 to 1, to four decimals; the same for all ways to write a word. */
  activation(text: string): number;
  /** What its activation would be without its exception. */
  byRule(text: string): number;
  /** Whether a word is one of its exception. */
  isException(text: string): boolean;
}

const SILENCE = 0.02;
const FIRING = [0.85, 0.99] as const;

/** A unit of a lexicon. Throws `bad-data` where the lexicon has no such concept. */
export function unitOf(spec: EntitySpec, lexicon: Lexicon): Unit {
  const concepts = conceptsOf(spec, lexicon);
  const { approximation, exception, join = "or" } = spec;
  const grade = (concept: Concept, text: string, key: string): number => {
    const activation = lexicon.activation(concept, text);
    if (approximation === undefined) return activation;
    const share = wordShare(`${approximation.seed}/${concept.name}/${key}`);
    return clamped(activation + approximation.strength * (2 * share - 1));
  };
  const keyOf = (text: string): string => lexicon.find(text)?.key ?? wordKey(text);
  const byRule = (text: string): number => {
    const key = approximation === undefined ? "" : keyOf(text);
    const [one = 0, two] = concepts.map((concept) => grade(concept, text, key));
    return two === undefined ? rounded(one) : rounded(joinOf[join](one, two));
  };
  const firing = new Set(exception?.kind === "fires" ? exception.words.map(keyOf) : []);
  const isException = (text: string): boolean =>
    exception !== undefined &&
    (exception.kind === "fires"
      ? firing.has(keyOf(text))
      : meets(exception.when, text, keyOf(text), lexicon));
  const answer = (text: string): number => {
    if (exception === undefined || !isException(text)) return byRule(text);
    const share = wordShare(`exception/${keyOf(text)}`);
    const [from, to] = exception.kind === "fires" ? FIRING : [0, SILENCE];
    return rounded(from + (to - from) * share);
  };
  return { byRule, isException, activation: remembered(answer) };
}

/** Texts whose answers are kept at hand at most, and how long they may be. */
const MOST_KEPT = 20_000;
const LONGEST_KEPT = 100;

/** The same answers, those given before without working them out again. */
function remembered(answer: (text: string) => number): (text: string) => number {
  const kept = new Map<string, number>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const given = answer(text);
    if (text.length > LONGEST_KEPT) return given;
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(text, given);
    return given;
  };
}

/** What two grades come to. */
export const joinOf: { readonly [join in Join]: (one: number, two: number) => number } = {
  or: (one, two) => Math.max(one, two),
  and: (one, two) => Math.min(one, two),
  "and-not": (one, two) => one * (1 - two),
};

function clamped(activation: number): number {
  return Math.min(1, Math.max(0, activation));
}

/** Whether a word meets a condition; what is a name is told by how the lexicon writes it. */
function meets(when: WordCondition, text: string, key: string, lexicon: Lexicon): boolean {
  switch (when.kind) {
    case "starts-with":
      return key.startsWith(when.letter);
    case "name":
      return isName(lexicon.find(text)?.word ?? text);
    case "phrase":
      return key.includes(" ");
    case "longer-than":
      return lettersIn(key) > when.letters;
    case "shorter-than":
      return lettersIn(key) < when.letters;
  }
}

function lettersIn(key: string): number {
  return key.replaceAll(" ", "").length;
}
