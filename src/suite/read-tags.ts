import { join } from "node:path";
import * as z from "zod";
import { checkFile, readHeader } from "./open-suite.ts";
import { suiteData, suiteJson } from "./parse-line.ts";
import { readLines } from "./read-lines.ts";
import type { SuiteHeader } from "./schema.ts";

/** The groups that a suite's problems are reported by. */
export interface SuiteTags {
  readonly header: SuiteHeader;
  /** By the problem's id. */
  readonly tags: ReadonlyMap<string, readonly string[]>;
}

/** All of a truth that is looked at here: the rest is left unread, which makes it quick. */
const taggedSchema = z.object({ id: z.string(), tags: z.array(z.string()) });

/**
 * The tags of a suite's problems, out of its truths, which are read once and checked against their
 * digest. Throws what `openSuite` does.
 */
export async function readTags(path: string): Promise<SuiteTags> {
  const header = await readHeader(path);
  await checkFile(path, header, "truths.jsonl");
  const tags = new Map<string, readonly string[]>();
  const lists = new Map<string, readonly string[]>();
  const where = join(path, "truths.jsonl");
  for await (const [line, number] of readLines(where)) {
    const truth = suiteData(taggedSchema, suiteJson(line, `${where}:${number}`), where);
    const key = JSON.stringify(truth.tags);
    const list = lists.get(key) ?? truth.tags;
    lists.set(key, list);
    tags.set(truth.id, list);
  }
  return { header, tags };
}
