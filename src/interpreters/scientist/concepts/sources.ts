import { dataFile } from "../../../package-data/index.ts";
import { parseTopics } from "./topic.ts";
import type { Topic } from "./topic.ts";
import { shippedVectors } from "../../../vectors/index.ts";
import type { WordVectors } from "../../../vectors/index.ts";

/** What is known before the first question; nothing of it comes from the lexicon that answers. */
export interface Sources {
  readonly topics: readonly Topic[];
  readonly vectors: WordVectors;
}

let shipped: Sources | null = null;

/**
 * The sources that are shipped with the package, read once, when they are first asked for. Throws
 * `data-missing` or `bad-data`.
 */
export function shippedSources(): Sources {
  shipped ??= {
    topics: parseTopics("probing/topics.txt", dataFile("probing/topics.txt").toString("utf8")),
    vectors: shippedVectors().vectors,
  };
  return shipped;
}
