import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { BenchError, fileFaultOf } from "../../../core/index.ts";
import { lexiconOf } from "../lexicon/lexicon.ts";
import type { Lexicon, LexiconParts } from "../lexicon/lexicon.ts";
import { parseConcepts, parseNeutral } from "../lexicon/parse-concepts.ts";

/** The folder of the concepts: beside `src` as beside `dist`, at the same depth. */
const FOLDER = fileURLToPath(new URL("../../../../data/concepts/", import.meta.url));
const NEUTRAL = "neutral.txt";

let shipped: Lexicon | null = null;

/**
 * The lexicon that is shipped with the package, read once, when it is first asked for. Throws
 * `data-missing` or `bad-data`.
 */
export function shippedLexicon(): Lexicon {
  shipped ??= readLexicon(FOLDER);
  return shipped;
}

/** Reads a lexicon from a folder of files of concepts beside one of neutral words. */
export function readLexicon(folder: string): Lexicon {
  return lexiconOf(readParts(folder));
}

/** What the shipped lexicon is made of, for whoever makes another with it. */
export function shippedParts(): LexiconParts {
  return readParts(FOLDER);
}

function readParts(folder: string): LexiconParts {
  const files = reading(folder, () => readdirSync(folder))
    .filter((file) => file.endsWith(".txt"))
    .toSorted();
  const texts = files.map((file) => ({
    file,
    text: reading(file, () => readFileSync(join(folder, file), "utf8")),
  }));
  return {
    concepts: texts.filter(({ file }) => file !== NEUTRAL).flatMap(parseConcepts),
    neutral: texts.filter(({ file }) => file === NEUTRAL).flatMap(parseNeutral),
  };
}

function reading<T>(what: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    const fault = fileFaultOf(cause);
    if (fault === null) throw cause;
    throw new BenchError(
      "data-missing",
      `Expected the lexicon's files, shipped with the package, at \`${what}\`; got ${fault.system}; install the package again`,
      { cause },
    );
  }
}
