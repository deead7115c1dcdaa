import type { EntitySpec } from "../functions/spec.ts";
import type { Concept } from "../lexicon/concept.ts";
import { BANDS } from "../lexicon/lexicon.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import { wordKey } from "../lexicon/word-key.ts";
import { conceptsOf } from "../opening/concepts-of.ts";
import type { Unit } from "../opening/unit.ts";

/** Activation from which a word is plainly about what a unit detects. */
export const STRONG = 0.75;
/** Activation from which a word counts as one that activates a unit. */
export const ACTIVE = 0.3;
/** Activation up to which a word counts as having nothing to do with it. */
const FAR = 0.05;

/** Words to test a unit with, by what it says to them; each word once, none of them given away. */
export interface WordPools {
  /**
   * Plainly about what it detects; one list per concept of two that are joined by `or`, and whatever
   * activates it for two that are joined by `and`.
   */
  readonly strong: readonly (readonly string[])[];
  /** Associated with it. */
  readonly fair: readonly string[];
  /** Close to it and no part of it. */
  readonly near: readonly string[];
  /** About other things. */
  readonly far: readonly string[];
  /** About nothing in particular. */
  readonly neutral: readonly string[];
  /** Those of its exception, which stand in no other list. */
  readonly exceptional: readonly string[];
}

/** What words are sorted by. */
export interface PoolParts {
  readonly spec: EntitySpec;
  readonly unit: Unit;
  readonly lexicon: Lexicon;
  /** Words that are given away. */
  readonly initial: readonly string[];
}

/** Sorts the words of a lexicon by what a unit says to them, in the lexicon's order. */
export function wordPools({ spec, unit, lexicon, initial }: PoolParts): WordPools {
  const own = conceptsOf(spec, lexicon);
  const siblings = own
    .flatMap((concept) => concept.siblings.map((name) => lexicon.conceptOf(name)))
    .filter((each) => each !== null && !own.includes(each));
  const close = [...own, ...siblings.filter((each) => each !== null)];
  const taken = new Set(initial.map((word) => keyIn(lexicon, word)));
  const isNew = (word: string): boolean => {
    const key = keyIn(lexicon, word);
    if (taken.has(key)) return false;
    taken.add(key);
    return true;
  };
  const listed = (concepts: readonly (Concept | null)[]): readonly string[] =>
    concepts.flatMap((concept) =>
      concept === null
        ? []
        : [...concept.words.core, ...concept.words.associated, ...concept.words.sibling],
    );
  const ofOwn = listed(close).filter(isNew);
  const rest = ofOwn.filter((word) => !unit.isException(word));
  const active = rest.filter((word) => unit.activation(word) >= ACTIVE);
  // What is plainly about two concepts at once is rare: words about both will do.
  const least = spec.join === "and" ? ACTIVE : STRONG;
  const strong = active.filter((word) => unit.activation(word) >= least);
  const others = lexicon.concepts.filter((concept) => !close.includes(concept));
  const most = FAR + (spec.approximation?.strength ?? 0);
  const isFar = (word: string): boolean =>
    !unit.isException(word) && unit.activation(word) <= most && isUnrelated(word, own, lexicon);
  return {
    strong: strongBy(spec, own, lexicon, strong),
    fair: active.filter((word) => !strong.includes(word)),
    near: rest.filter((word) => unit.activation(word) < ACTIVE),
    far: others.flatMap(({ words }) => words.core).filter((word) => isFar(word) && isNew(word)),
    neutral: lexicon.neutral.filter((word) => isFar(word) && isNew(word)),
    exceptional: ofOwn.filter(
      (word) =>
        unit.isException(word) && Math.abs(unit.activation(word) - unit.byRule(word)) >= ACTIVE,
    ),
  };
}

function keyIn(lexicon: Lexicon, word: string): string {
  return lexicon.find(word)?.key ?? wordKey(word);
}

function isUnrelated(word: string, own: readonly Concept[], lexicon: Lexicon): boolean {
  return own.every((concept) => lexicon.activation(concept, word) <= BANDS.none[1]);
}

/** Words by the concept that they are about, where either of two activates the unit. */
function strongBy(
  { join }: EntitySpec,
  own: readonly Concept[],
  lexicon: Lexicon,
  strong: readonly string[],
): readonly (readonly string[])[] {
  if (join !== "or") return [strong];
  const taken = new Set<string>();
  return own.map((concept) =>
    strong.filter((word) => {
      const isOwn = !taken.has(word) && lexicon.find(word)?.grades.get(concept) === "core";
      if (isOwn) taken.add(word);
      return isOwn;
    }),
  );
}

/** One of each list in turn, as long as there are some. */
export function inTurn<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const longest = lists.reduce((most, list) => Math.max(most, list.length), 0);
  return Array.from({ length: longest }, (_, i) =>
    lists.flatMap((list) => list.slice(i, i + 1)),
  ).flat();
}
