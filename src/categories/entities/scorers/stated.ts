import type { Interpretation } from "../../../contract/index.ts";
import type { EntityException, EntitySpec, WordCondition } from "../functions/spec.ts";
import type { Concept } from "../lexicon/concept.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import { wordKey } from "../lexicon/word-key.ts";
import { joinOf } from "../opening/unit.ts";
import type { Unit } from "../opening/unit.ts";

/** Concepts of an answer that are read; what comes after them counts as wrong ones. */
const MOST_READ = 100;

/** The concepts of an answer as the lexicon knows them. */
export interface StatedConcepts {
  /** Each once, in the order in which they were stated. */
  readonly known: readonly Concept[];
  /** What no concept is called, each once. */
  readonly unknown: readonly string[];
}

/** Reads an answer's concepts. */
export function statedConcepts({ concepts }: Interpretation, lexicon: Lexicon): StatedConcepts {
  const names = concepts.slice(0, MOST_READ).filter((name) => name.trim() !== "");
  const found = names.map((name) => lexicon.conceptOf(name));
  const unknown = names.filter((_, i) => found[i] === null).map((name) => wordKey(name) || name);
  const rest = concepts.slice(MOST_READ).map((_, i) => `#${i}`);
  return {
    known: [...new Set(found.filter((each) => each !== null))],
    unknown: [...new Set([...unknown, ...rest])],
  };
}

/** F1 of stated concepts against those of a unit. */
export function conceptsF1({ known, unknown }: StatedConcepts, own: readonly Concept[]): number {
  const right = known.filter((each) => own.includes(each)).length;
  return (2 * right) / (known.length + unknown.length + own.length);
}

/** Whether an answer states exactly the unit's concepts, and how they are joined. */
export function isExactlyNamed(
  stated: StatedConcepts,
  interpretation: Interpretation,
  { join }: EntitySpec,
  own: readonly Concept[],
  lexicon: Lexicon,
): boolean {
  const { known, unknown } = stated;
  const [one, two] = own;
  if (unknown.length > 0) return false;
  // «One, except what is about the other» says the same.
  if (join === "and-not" && known.length === 1 && known[0] === one && two !== undefined)
    return interpretation.exceptions.some((text) => speaksOf(text, two, lexicon));
  if (known.length !== own.length || !own.every((each) => known.includes(each))) return false;
  if (join === undefined) return true;
  if ((interpretation.join ?? "or") !== join) return false;
  return join !== "and-not" || known[0] === one;
}

/** Whether an answer states an exception that the unit does not have. */
export function isFalselyExcepted(
  { exceptions }: Interpretation,
  { join }: EntitySpec,
  [, two]: readonly Concept[],
  lexicon: Lexicon,
): boolean {
  const isOther = (text: string): boolean =>
    join === "and-not" && two !== undefined && speaksOf(text, two, lexicon);
  return exceptions.some((text) => text.trim() !== "" && !isOther(text));
}

/** Whether one of an answer's exceptions is the unit's. */
export function isExceptionStated(
  { exceptions }: Interpretation,
  exception: EntityException,
  unit: Unit,
  lexicon: Lexicon,
): boolean {
  return exceptions.some((text) => {
    if (exception.kind === "silent" && tells(text, exception.when)) return true;
    if (exception.kind === "fires") {
      const sibling = lexicon.conceptOf(exception.concept);
      if (sibling !== null && speaksOf(text, sibling, lexicon)) return true;
    }
    return listsExceptions(text, unit, lexicon);
  });
}

/** Words of an exception that a list has to have, and the share of its known words that they are. */
const LEAST_LISTED = 3;
const LISTED_SHARE = 2 / 3;

function listsExceptions(text: string, unit: Unit, lexicon: Lexicon): boolean {
  const items = text
    .split(/[,;:"“”()]|\band\b/u)
    .map((item) => item.trim())
    .filter((item) => item !== "" && lexicon.find(item) !== null);
  const right = items.filter((item) => unit.isException(item)).length;
  return right >= LEAST_LISTED && right >= LISTED_SHARE * items.length;
}

/** Whether a text has a concept's name or an alias of it in it, as words of their own. */
function speaksOf(text: string, concept: Concept, lexicon: Lexicon): boolean {
  if (lexicon.conceptOf(text) === concept) return true;
  const key = ` ${wordKey(text.slice(0, 200))} `;
  return [concept.name, ...concept.aliases].some((name) => key.includes(` ${wordKey(name)} `));
}

/** Whether a text tells a condition. */
function tells(text: string, when: WordCondition): boolean {
  const words = text.toLowerCase();
  switch (when.kind) {
    case "starts-with":
      return new RegExp(
        String.raw`\b(?:begin|start|initial|first letter)\w*\b[^.;]{0,30}(?<!\p{L})["'“‘«]?${when.letter}["'”’»-]?(?!\p{L})`,
        "u",
      ).test(words);
    case "name":
      return /\bproper (?:name|noun)s?\b|\bcapital|\bnamed entit|\bnames\b/u.test(words);
    case "phrase":
      return /\bphrases?\b|\b(?:several|two|multiple|many) words\b|\bmulti-?\s?word|\bmore than one word\b/u.test(
        words,
      );
    case "longer-than":
      return (
        /\blong|\b(?:more|greater) than\b|\bat least\b|\bover\b|>/u.test(words) &&
        near(words, when.letters)
      );
    case "shorter-than":
      return (
        /\bshort|\b(?:fewer|less) than\b|\bat most\b|\bunder\b|</u.test(words) &&
        near(words, when.letters)
      );
  }
}

/** Whether the numbers of a text, if it has any, are within one of this one. */
function near(text: string, count: number): boolean {
  const numbers = (text.match(/\d+/gu) ?? []).map(Number);
  return numbers.length === 0 || numbers.some((each) => Math.abs(each - count) <= 1);
}

/** What the statement of an answer predicts for a word; stated words that are no concepts fire alone. */
export function statedActivation(
  { known, unknown }: StatedConcepts,
  { join = "or" }: Interpretation,
  lexicon: Lexicon,
): (word: string) => number {
  const words = new Set(unknown.map((each) => lexicon.find(each)?.key ?? each));
  return (word) => {
    const grades = known.map((concept) => lexicon.activation(concept, word));
    const [one = 0, two] = grades;
    const joined =
      two === undefined || join === "or" ? Math.max(0, ...grades) : joinOf[join](one, two);
    const isListed = words.has(lexicon.find(word)?.key ?? wordKey(word));
    return isListed ? Math.max(1, joined) : joined;
  };
}
