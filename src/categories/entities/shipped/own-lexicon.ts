import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { BenchError, fileFaultOf } from "../../../core/index.ts";
import { lexiconOf } from "../lexicon/lexicon.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import { parseConcepts } from "../lexicon/parse-concepts.ts";
import { shippedLexicon, shippedParts } from "./shipped-lexicon.ts";

/** By their versions, which say all that is in them: one more changes nothing for the others. */
const added = new Map<string, Lexicon>();

/**
 * Adds a user's own concepts to the shipped ones; gives the version of the lexicon that both make.
 * Throws `data-missing`, or `bad-data` with the line, and where concepts contradict the shipped ones.
 */
export function addLexicon(path: string): string {
  const own = parseConcepts({ file: basename(path), text: textOf(path) });
  if (own.length === 0)
    throw new BenchError(
      "bad-data",
      `Expected concepts in \`${path}\`; got none; write a block that begins with \`concept: NAME\``,
    );
  const { concepts, neutral } = shippedParts();
  const lexicon = lexiconOf({ concepts: [...concepts, ...own], neutral });
  added.set(lexicon.version, lexicon);
  return lexicon.version;
}

/** The lexicon of a version, shipped or added. Throws `unsupported-version`. */
export function lexiconOfVersion(version: string): Lexicon {
  const shipped = shippedLexicon();
  if (shipped.version === version) return shipped;
  const lexicon = added.get(version);
  if (lexicon !== undefined) return lexicon;
  const there = [shipped.version, ...added.keys()];
  throw new BenchError(
    "unsupported-version",
    `Expected the lexicon that the suite was made with, version ${version}; got ${there.join(" and ")}; give the same file with --lexicon, open it with the findbench that made it, or make the suite anew`,
    { data: { wanted: version, there } },
  );
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    const fault = fileFaultOf(cause);
    if (fault === null) throw cause;
    throw new BenchError(
      "data-missing",
      `Expected a file of concepts at \`${path}\`; got ${fault.system}; check the path`,
      { cause },
    );
  }
}
