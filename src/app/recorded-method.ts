import { basename, resolve } from "node:path";
import { BenchError } from "../core/index.ts";
import type { RecordedMethod } from "../contract/index.ts";
import { readAnswers, recordedAnswers } from "../interpreters/index.ts";

/** What the name of a method begins with that was run elsewhere; a path follows it. */
export const ANSWERS = "answers:";

/**
 * The answers at a path as a contestant, called by the name of the file or folder unless a name is
 * given. Throws `data-missing` or `bad-data`.
 */
export async function recordedMethod(
  path: string,
  id: string = rowName(path),
): Promise<RecordedMethod> {
  return recordedAnswers(await readAnswers(path), { id });
}

/** `answers:` and the name of a file without its `.jsonl`, so that it is the same from anywhere. */
function rowName(path: string): string {
  const name = basename(resolve(path)).replace(/\.(?:jsonl|ndjson|json)$/iu, "");
  if (name !== "" && !/\p{C}/u.test(name)) return `${ANSWERS}${name}`;
  throw new BenchError(
    "bad-argument",
    `Expected answers in a file whose name can be shown; got ${JSON.stringify(path)}; rename it`,
    { data: { path } },
  );
}
