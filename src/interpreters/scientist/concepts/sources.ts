import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { BenchError, fileFaultOf } from "../../../core/index.ts";
import { parseTopics } from "./topic.ts";
import type { Topic } from "./topic.ts";
import { shippedVectors } from "../../../vectors/index.ts";
import type { WordVectors } from "../../../vectors/index.ts";

/** What is known before the first question; nothing of it comes from the lexicon that answers. */
export interface Sources {
  readonly topics: readonly Topic[];
  readonly vectors: WordVectors;
}

/** The folder of data: beside `src` as beside `dist`, at the same depth. */
const FOLDER = fileURLToPath(new URL("../../../../data/", import.meta.url));

let shipped: Sources | null = null;

/**
 * The sources that are shipped with the package, read once, when they are first asked for. Throws
 * `data-missing` or `bad-data`.
 */
export function shippedSources(): Sources {
  shipped ??= {
    topics: parseTopics("probing/topics.txt", read("probing/topics.txt").toString("utf8")),
    vectors: shippedVectors().vectors,
  };
  return shipped;
}

function read(name: string): Buffer {
  try {
    return readFileSync(FOLDER + name);
  } catch (cause) {
    const fault = fileFaultOf(cause);
    if (fault === null) throw cause;
    throw new BenchError(
      "data-missing",
      `Expected the scientist's sources, shipped with the package, at \`data/${name}\`; got ${fault.system}; install the package again`,
      { cause },
    );
  }
}
