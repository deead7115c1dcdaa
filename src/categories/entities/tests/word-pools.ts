import type { EntitySpec } from "../functions/spec.ts";
import type { Concept } from "../lexicon/concept.ts";
import type { Entry, Lexicon } from "../lexicon/lexicon.ts";
import { conceptsOf } from "../opening/concepts-of.ts";
import type { Unit } from "../opening/unit.ts";

/** Activation from which a word is plainly about what a unit detects. */
export const STRONG = 0.75;
/** Activation from which a word counts as one that activates a unit. */
export const ACTIVE = 0.3;
/** Words to test a unit with, by what it says to them; each word once. */
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
}

/** Sorts the words of a lexicon by what a unit says to them, in the lexicon's order. */
export function wordPools({ spec, unit, lexicon }: PoolParts): WordPools {
  const own = conceptsOf(spec, lexicon);
  const siblings = own.flatMap(({ siblings: names }) =>
    names.flatMap((name) => lexicon.conceptOf(name) ?? []),
  );
  const close = new Set([...own, ...siblings]);
  const isOf = (entry: Entry, concepts: Iterable<Concept>): boolean =>
    [...concepts].some((concept) => lexicon.gradeOf(concept, entry) !== "none");
  const isExcepted = ({ word }: Entry): boolean =>
    spec.exception !== undefined && unit.isException(word);
  const about = lexicon.entries.filter((entry) => isOf(entry, close));
  const rest = lexicon.entries.filter((entry) => !isOf(entry, own) && !isExcepted(entry));
  const ruled = about.filter((entry) => !isExcepted(entry));
  const active = ruled.filter(({ word }) => unit.activation(word) >= ACTIVE);
  // What is plainly about two concepts at once is rare: words about both will do.
  const least = spec.join === "and" ? ACTIVE : STRONG;
  const strong = active.filter(({ word }) => unit.activation(word) >= least);
  return {
    strong: strongBy(spec, own, strong),
    fair: wordsOf(active.filter((entry) => !strong.includes(entry))),
    near: wordsOf(ruled.filter(({ word }) => unit.activation(word) < ACTIVE)),
    far: wordsOf(rest.filter((entry) => isCore(entry) && !isOf(entry, siblings))),
    neutral: wordsOf(rest.filter(({ grades }) => grades.size === 0)),
    exceptional: wordsOf(
      about.filter(
        (entry) =>
          isExcepted(entry) &&
          Math.abs(unit.activation(entry.word) - unit.byRule(entry.word)) >= ACTIVE,
      ),
    ),
  };
}

/** The pools without words that are given away. */
export function withoutWords(
  pools: WordPools,
  words: readonly string[],
  lexicon: Lexicon,
): WordPools {
  const keys = new Set(words.map((word) => lexicon.find(word)?.key));
  const left = (list: readonly string[]): readonly string[] =>
    list.filter((word) => !keys.has(lexicon.find(word)?.key));
  const { strong, fair, near, far, neutral, exceptional } = pools;
  return {
    strong: strong.map(left),
    fair: left(fair),
    near: left(near),
    far: left(far),
    neutral: left(neutral),
    exceptional: left(exceptional),
  };
}

function wordsOf(entries: readonly Entry[]): readonly string[] {
  return entries.map(({ word }) => word);
}

function isCore({ grades }: Entry): boolean {
  for (const grade of grades.values()) if (grade === "core") return true;
  return false;
}

/** Words by the concept that they are about, where either of two activates the unit. */
function strongBy(
  { join }: EntitySpec,
  [one, two]: readonly Concept[],
  strong: readonly Entry[],
): readonly (readonly string[])[] {
  if (join !== "or" || one === undefined || two === undefined) return [wordsOf(strong)];
  const ofOne = strong.filter(({ grades }) => grades.get(one) === "core");
  const ofTwo = strong.filter(
    (entry) => entry.grades.get(two) === "core" && !ofOne.includes(entry),
  );
  return [wordsOf(ofOne), wordsOf(ofTwo)];
}

/** One of each list in turn, as long as there are some. */
export function inTurn<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const longest = lists.reduce((most, list) => Math.max(most, list.length), 0);
  return Array.from({ length: longest }, (_, i) =>
    lists.flatMap((list) => list.slice(i, i + 1)),
  ).flat();
}
