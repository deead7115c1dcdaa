import { readFile, stat } from "node:fs/promises";
import { BenchError, fileFaultOf } from "../../core/index.ts";
import { parseRecordedAnswers } from "./parse-recorded-answers.ts";
import type { RecordedAnswer } from "./recorded-answer.ts";
import { readResultsFolder } from "./results-folder.ts";

/**
 * Reads the answers at a path: a file of JSON lines, or a folder in the layout of the released
 * results. Throws `data-missing` where there is none, and `bad-data` where one cannot be read.
 */
export async function readAnswers(path: string): Promise<readonly RecordedAnswer[]> {
  const found = await stat(path).catch((cause: unknown) => {
    throw unreadable(path, cause);
  });
  if (found.isDirectory()) return readResultsFolder(path);
  const text = await readFile(path, "utf8").catch((cause: unknown) => {
    throw unreadable(path, cause);
  });
  const records = parseRecordedAnswers(text, path);
  if (records.length > 0) return records;
  throw new BenchError(
    "data-missing",
    `Expected recorded answers in \`${path}\`, one on each line; got none; give the file that holds them`,
    { data: { path } },
  );
}

function unreadable(path: string, cause: unknown): BenchError {
  const why = fileFaultOf(cause)?.system ?? String(cause);
  return new BenchError(
    "data-missing",
    `Expected recorded answers, a file of JSON lines or a folder of released results; got ${why} at \`${path}\`; check the path`,
    { data: { path }, cause },
  );
}
