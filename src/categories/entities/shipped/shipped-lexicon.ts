import { dataFiles, textsIn } from "../../../package-data/index.ts";
import { lexiconOf } from "../lexicon/lexicon.ts";
import type { Lexicon, LexiconParts } from "../lexicon/lexicon.ts";
import { parseConcepts, parseNeutral } from "../lexicon/parse-concepts.ts";
import type { NamedText } from "../lexicon/parse-concepts.ts";

const NEUTRAL = "neutral.txt";

let shipped: Lexicon | null = null;

/**
 * The lexicon that is shipped with the package, read once, when it is first asked for. Throws
 * `data-missing` or `bad-data`.
 */
export function shippedLexicon(): Lexicon {
  shipped ??= lexiconOf(shippedParts());
  return shipped;
}

/** What the shipped lexicon is made of, for whoever makes another with it. */
export function shippedParts(): LexiconParts {
  return partsOf(dataFiles("concepts", ".txt"));
}

/** Reads a lexicon from a folder of files of concepts beside one of neutral words. */
export function readLexicon(folder: string): Lexicon {
  return lexiconOf(partsOf(textsIn(folder, ".txt")));
}

function partsOf(texts: readonly NamedText[]): LexiconParts {
  return {
    concepts: texts.filter(({ file }) => file !== NEUTRAL).flatMap(parseConcepts),
    neutral: texts.filter(({ file }) => file === NEUTRAL).flatMap(parseNeutral),
  };
}
