import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { BenchError } from "../../core/index.ts";
import type { RecordedAnswer } from "./recorded-answer.ts";

const FUNCTION_FOLDER = /^f\d{5}$/u;

/**
 * Reads answers in the released layout: one folder per function, such as `f00012`, with
 * `description.txt`, `code.py` and `domain.txt`, of which one at least is there. A description may
 * still hold the code, as released ones do; it is read as a whole answer, and so is the code where
 * `code.py` is empty. Anything else in the folder is left alone.
 */
export async function readResultsFolder(path: string): Promise<readonly RecordedAnswer[]> {
  const names = await foldersIn(path);
  const records: RecordedAnswer[] = [];
  for (const name of names.toSorted()) records.push(await readAnswer(path, name));
  if (records.length > 0) return records;
  throw new BenchError(
    "data-missing",
    `Expected folders such as f00012 in \`${path}\`, one per function; got none; give the folder that holds them`,
    { data: { path } },
  );
}

async function foldersIn(path: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(path, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory() && FUNCTION_FOLDER.test(entry.name))
      .map(({ name }) => name);
  } catch (cause) {
    throw new BenchError(
      "data-missing",
      `Expected a folder of released results; got ${codeOf(cause)} at \`${path}\`; check the path`,
      { data: { path }, cause },
    );
  }
}

async function readAnswer(path: string, name: string): Promise<RecordedAnswer> {
  const raw = await textOf(join(path, name, "description.txt"));
  const code = await textOf(join(path, name, "code.py"));
  const domain = await textOf(join(path, name, "domain.txt"));
  if (raw === null && code === null && domain === null) {
    throw new BenchError(
      "bad-data",
      `Expected description.txt, code.py or domain.txt in \`${join(path, name)}\`; got none of them; remove the folder or add what belongs there`,
      { data: { path, name } },
    );
  }
  return {
    key: { kind: "official", id: name },
    description: null,
    code,
    language: code === null ? null : "python",
    domain,
    regions: null,
    confidence: null,
    raw,
  };
}

/** The text of a file; `null` where there is none. */
async function textOf(file: string): Promise<string | null> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    if (codeOf(cause) === "ENOENT") return null;
    throw new BenchError(
      "data-missing",
      `Expected a text in \`${file}\`; got ${codeOf(cause)}; check its permissions`,
      { data: { file }, cause },
    );
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}
