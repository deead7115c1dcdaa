import type { RunManifest } from "../contract/index.ts";
import { byTags } from "../summaries/index.ts";
import type { OutcomeTable } from "../summaries/index.ts";

/** The tags that are worth a column, from coarse to fine. */
const REPORTED_TAGS = ["simple", "composed", "plain", "approximated", "corrupted", "noised"];

/** Groups of problems that a table has columns or rows for: `all` first; they overlap. */
export function subsetNames({ suites }: RunManifest, table: OutcomeTable): readonly string[] {
  return [
    "all",
    ...(suites.length > 1 ? suites.map(({ name }) => `suite:${name}`) : []),
    ...(haveTags(table) ? REPORTED_TAGS : []),
  ];
}

/** Whether the tags of all problems are known, so that there are groups to report by. */
export function haveTags({ problems }: OutcomeTable): boolean {
  return problems.every(({ tags }) => tags !== undefined);
}

/** Whether a problem is in a subset: `all`, a tag, or `suite:` and a name. */
export function within(
  subset: string,
  { suites }: RunManifest,
  table: OutcomeTable,
): (problem: number) => boolean {
  if (subset === "all") return () => true;
  const hashes = suites.filter(({ name }) => `suite:${name}` === subset).map(({ hash }) => hash);
  const isTagged = byTags(table, (tags) => tags?.includes(subset) === true);
  if (hashes.length === 0) return isTagged;
  return (problem) => isTagged(problem) || hashes.includes(table.problems[problem]?.suite ?? "");
}

/** Whether a problem is in a group of the sound metrics; `plain` is without the trivial ones. */
export function inGroup(subset: string, table: OutcomeTable): (problem: number) => boolean {
  if (subset === "all") return () => true;
  return byTags(table, (tags = []) => {
    const isTrivial = tags.some((tag) => tag.startsWith("trivial:"));
    if (subset === "plain") return tags.includes("plain") && !isTrivial;
    if (subset === "trivial") return tags.includes("plain") && isTrivial;
    return tags.includes(subset);
  });
}
