import type { EntitySpec } from "../functions/spec.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import { lexiconOfVersion } from "../shipped/own-lexicon.ts";

/**
 * The lexicon that a unit was made with; another version would be another unit. Throws
 * `unsupported-version`.
 */
export function lexiconFor({ backend }: EntitySpec): Lexicon {
  return lexiconOfVersion(backend.version);
}
