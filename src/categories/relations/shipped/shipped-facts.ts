import { dataFiles } from "../../../package-data/index.ts";
import { parseFacts } from "../lexicon/facts.ts";
import type { Facts } from "../lexicon/facts.ts";

let shipped: Facts | undefined;

/**
 * The facts that are shipped with the package, read at the first call. Throws `data-missing`, or
 * `bad-data` with file and line.
 */
export function shippedFacts(): Facts {
  shipped ??= parseFacts(new Map(dataFiles("facts", ".tsv").map(({ file, text }) => [file, text])));
  return shipped;
}
