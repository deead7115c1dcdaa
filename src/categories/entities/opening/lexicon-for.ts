import { BenchError } from "../../../core/index.ts";
import type { EntitySpec } from "../functions/spec.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import { shippedEmbedding } from "../shipped/shipped-embedding.ts";
import { shippedLexicon } from "../shipped/shipped-lexicon.ts";

/**
 * The lexicon that a unit was made with; another version would be another unit. Throws
 * `unsupported-version`.
 */
export function lexiconFor({ backend }: EntitySpec): Lexicon {
  const lexicon = backend.name === "embedding" ? shippedEmbedding() : shippedLexicon();
  if (lexicon.version === backend.version) return lexicon;
  throw new BenchError(
    "unsupported-version",
    `Expected the ${backend.name} that the suite was made with, version ${backend.version}; got ${lexicon.version}; open it with the findbench that made it, or make the suite anew`,
    { data: { wanted: backend.version, there: lexicon.version } },
  );
}
