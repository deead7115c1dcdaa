import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { BenchError, fileFaultOf } from "../core/index.ts";
import { wordVectors } from "./word-vectors.ts";
import type { WordVectors } from "./word-vectors.ts";

/** The folder of the vectors: beside `src` as beside `dist`, at the same depth. */
const FOLDER = fileURLToPath(new URL("../../data/vectors/", import.meta.url));

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
  const [words, bytes] = [read("words.txt"), read("vectors.int8")];
  const vectors = wordVectors(
    words.toString("utf8").trimEnd().split("\n"),
    new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length),
  );
  return { vectors, digest: createHash("sha256").update(words).update(bytes).digest("hex") };
}

function read(name: string): Buffer {
  try {
    return readFileSync(FOLDER + name);
  } catch (cause) {
    const fault = fileFaultOf(cause);
    if (fault === null) throw cause;
    throw new BenchError(
      "data-missing",
      `Expected the word vectors, shipped with the package, at \`data/vectors/${name}\`; got ${fault.system}; install the package again`,
      { cause },
    );
  }
}
