import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { BenchError, fileFaultOf } from "../core/index.ts";

/** The folder of data that are shipped: beside `src` as beside `dist`, at the same depth. */
const FOLDER = fileURLToPath(new URL("../../data/", import.meta.url));

/** A file's name without its folders, with what it says. */
interface NamedText {
  readonly file: string;
  readonly text: string;
}

/** The bytes of a file below `data/`. Throws `data-missing`. */
export function dataFile(path: string): Buffer {
  return orMissing(path, () => readFileSync(FOLDER + path));
}

/** The texts of a folder below `data/`, of the files with an ending such as `.txt`, by name. Throws `data-missing`. */
export function dataFiles(folder: string, ending: string): readonly NamedText[] {
  return orMissing(folder, () => textsIn(FOLDER + folder, ending));
}

/** The texts of any folder, of the files with an ending, by name. */
export function textsIn(folder: string, ending: string): readonly NamedText[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .toSorted()
    .map((file) => ({ file, text: readFileSync(join(folder, file), "utf8") }));
}

function orMissing<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    const fault = fileFaultOf(cause);
    if (fault === null) throw cause;
    throw new BenchError(
      "data-missing",
      `Expected data that are shipped with the package at \`data/${path}\`; got ${fault.system}; install the package again`,
      { cause },
    );
  }
}
