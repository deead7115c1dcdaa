import { BenchError } from "../../../core/index.ts";
import type { EntitySpec } from "../functions/spec.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import { lexiconOfVersion } from "../shipped/own-lexicon.ts";
import { shippedEmbedding } from "../shipped/shipped-embedding.ts";

/**
 * The lexicon that a unit was made with; another version would be another unit. Throws
 * `unsupported-version`.
 */
export function lexiconFor({ backend }: EntitySpec): Lexicon {
  if (backend.name !== "embedding") return lexiconOfVersion(backend.version);
  const embedding = shippedEmbedding();
  if (embedding.version === backend.version) return embedding;
  throw new BenchError(
    "unsupported-version",
    `Expected the embedding that the suite was made with, version ${backend.version}; got ${embedding.version}; open it with the findbench that made it, or make the suite anew`,
    { data: { wanted: backend.version, there: embedding.version } },
  );
}
