import { shippedVectors } from "../../../vectors/index.ts";
import { embeddingOf } from "../lexicon/embedding.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import { shippedLexicon } from "./shipped-lexicon.ts";

let shipped: Lexicon | null = null;

/**
 * The shipped lexicon with the shipped word vectors, read once, when they are first asked for. Throws
 * `data-missing` or `bad-data`.
 */
export function shippedEmbedding(): Lexicon {
  if (shipped !== null) return shipped;
  const { vectors, digest } = shippedVectors();
  shipped = embeddingOf(shippedLexicon(), vectors, digest);
  return shipped;
}
