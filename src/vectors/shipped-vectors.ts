import { createHash } from "node:crypto";
import { dataFile } from "../package-data/index.ts";
import { wordVectors } from "./word-vectors.ts";
import type { WordVectors } from "./word-vectors.ts";

/** Vectors as they are shipped. */
interface ShippedVectors {
  readonly vectors: WordVectors;
  /** SHA-256 of the list of words and then the bytes, as they are in their files. */
  readonly digest: string;
}

let shipped: ShippedVectors | null = null;

/**
 * The word vectors that are shipped with the package, read once, when they are first asked for. Throws
 * `data-missing` or `bad-data`.
 */
export function shippedVectors(): ShippedVectors {
  shipped ??= readVectors();
  return shipped;
}

function readVectors(): ShippedVectors {
  const [words, bytes] = [dataFile("vectors/words.txt"), dataFile("vectors/vectors.int8")];
  const vectors = wordVectors(
    words.toString("utf8").trimEnd().split("\n"),
    new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length),
  );
  return { vectors, digest: createHash("sha256").update(words).update(bytes).digest("hex") };
}
