import { resolve } from "node:path";
import { BenchError } from "../core/index.ts";
import type { RunManifest } from "../contract/index.ts";
import type { UntaggedSuite } from "../report/index.ts";
import { withTags } from "../summaries/index.ts";
import type { OutcomeTable } from "../summaries/index.ts";
import { readTags } from "../suite/index.ts";
import type { SuiteTags } from "../suite/index.ts";

/** Outcomes with the tags of their problems, where these could be found. */
export interface Joined {
  readonly outcomes: OutcomeTable;
  /** Suites of which some outcome has no tags, and why. */
  readonly withoutTags: readonly UntaggedSuite[];
}

/**
 * Joins the tags of problems from the truths of a run's suites, where it remembers them or among the
 * folders that are given instead. Whatever is in the way of that is told, and never in the way of a
 * report; older records that have tags of their own keep them.
 */
export async function joinTags(
  folder: string,
  { suites }: Pick<RunManifest, "suites">,
  outcomes: OutcomeTable,
  instead: readonly string[],
): Promise<Joined> {
  const lacking = new Set<string>();
  for (const { tags, suite } of outcomes.problems) if (tags === undefined) lacking.add(suite);
  if (lacking.size === 0) return { outcomes, withoutTags: [] };
  const given = await Promise.all(instead.map(readTags));
  const found = new Map<string, SuiteTags["tags"]>();
  const withoutTags: UntaggedSuite[] = [];
  for (const { name, hash, path } of suites) {
    if (!lacking.has(hash)) continue;
    const tags =
      given.find(({ header }) => header.hash === hash)?.tags ??
      (await tagsAt(resolve(folder, path), hash));
    if (typeof tags === "string") withoutTags.push({ name, why: tags });
    else found.set(hash, tags);
  }
  const joined = withTags(outcomes, ({ suite, id }) => found.get(suite)?.get(id));
  return { outcomes: joined, withoutTags };
}

/** The tags of the suite in a folder, or in a sentence why there are none. */
async function tagsAt(path: string, hash: string): Promise<SuiteTags["tags"] | string> {
  try {
    const { header, tags } = await readTags(path);
    if (header.hash === hash) return tags;
    return `Another suite is where the run found it; ${REMEDY}`;
  } catch (error) {
    if (!(error instanceof BenchError)) throw error;
    return `${REASONS[error.code] ?? `They cannot be read (${error.code})`}; ${REMEDY}`;
  }
}

const REMEDY = "say where the suite is with --suite";

/** In words that hold no path, since a report may be published. */
const REASONS: Readonly<Record<string, string>> = {
  "not-a-suite": "No whole suite is where the run found it",
  "truths-missing": "The suite was published without truths.jsonl",
  "hash-mismatch": "The suite was changed after it was made",
};
