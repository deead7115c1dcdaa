import type { Outcome, RunManifest } from "../contract/index.ts";
import { problemsIn } from "./problems-in.ts";

/** A group of problems that a table has a column or a row for; subsets overlap. */
export interface Subset {
  /** `all`, a tag such as `noised`, or `suite:` and its name where there are several suites. */
  readonly name: string;
  /** Distinct problems in it. */
  readonly problems: number;
}

/** The tags that are worth a column, from coarse to fine. */
const REPORTED_TAGS = ["simple", "composed", "plain", "approximated", "corrupted", "noised"];

/** The subsets that occur in the outcomes, `all` first; those by tag only where all tags are known. */
export function subsetsOf(manifest: RunManifest, outcomes: readonly Outcome[]): Subset[] {
  const names = [
    ...(manifest.suites.length > 1 ? manifest.suites.map(({ name }) => `suite:${name}`) : []),
    ...(haveTags(outcomes) ? REPORTED_TAGS : []),
  ];
  const rest = names
    .map((name) => ({ name, problems: problemsIn(within(name, manifest, outcomes)) }))
    .filter(({ problems }) => problems > 0);
  return [{ name: "all", problems: problemsIn(outcomes) }, ...rest];
}

/** Whether the tags of all problems are known, so that there are groups to report by. */
export function haveTags(outcomes: readonly Outcome[]): boolean {
  return outcomes.every(({ tags }) => tags !== undefined);
}

/** The outcomes on problems of a subset. */
export function within(
  subset: string,
  manifest: RunManifest,
  outcomes: readonly Outcome[],
): Outcome[] {
  if (subset === "all") return [...outcomes];
  const hashes = manifest.suites
    .filter(({ name }) => `suite:${name}` === subset)
    .map(({ hash }) => hash);
  return outcomes.filter(
    ({ item, tags }) => tags?.includes(subset) === true || hashes.includes(item.suite),
  );
}
