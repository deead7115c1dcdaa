import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { BenchError, fileFaultOf } from "../../../core/index.ts";
import { parseFacts } from "../lexicon/facts.ts";
import type { Facts } from "../lexicon/facts.ts";

let shipped: Facts | undefined;

/** The facts that are shipped with the package, read at the first call. */
export function shippedFacts(): Facts {
  // From source and from the build alike, which lie beside each other.
  shipped ??= readFacts(fileURLToPath(new URL("../../../../data/facts", import.meta.url)));
  return shipped;
}

/** The facts of a folder. Throws `data-missing`, or `bad-data` with file and line. */
function readFacts(folder: string): Facts {
  const files = orMissing(folder, () => readdirSync(folder))
    .filter((file) => file.endsWith(".tsv"))
    .toSorted();
  return parseFacts(
    new Map(
      files.map((file) => {
        const path = join(folder, file);
        return [file, orMissing(path, () => readFileSync(path, "utf8"))];
      }),
    ),
  );
}

function orMissing<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    const fault = fileFaultOf(cause);
    if (fault === null) throw cause;
    throw new BenchError(
      "data-missing",
      `Expected facts in \`${path}\`; got ${fault.system}; install findbench whole`,
      { cause },
    );
  }
}
