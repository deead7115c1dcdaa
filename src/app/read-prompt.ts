import { readFile } from "node:fs/promises";
import { BenchError } from "../core/index.ts";

/** The text of a prompt of the user's own. Throws `data-missing`. */
export async function readPrompt(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (cause) {
    throw new BenchError(
      "data-missing",
      `Expected a file with a prompt; got nothing that can be read at \`${path}\`; check the path`,
      { cause },
    );
  }
}
