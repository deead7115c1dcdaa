import { BenchError } from "../core/index.ts";
import type { Outcome, RunManifest } from "../contract/index.ts";
import {
  comparisons,
  renderComparisons,
  renderReport,
  renderReportMarkdown,
  runReport,
} from "../report/index.ts";
import type { ComparedSide, Comparison, RunReport, UntaggedSuite } from "../report/index.ts";
import { lastOutcomes } from "../scoring/index.ts";
import { openRunFolder } from "../store/index.ts";
import { joinTags } from "./join-tags.ts";

interface LoadedRun {
  readonly folder: string;
  readonly manifest: RunManifest;
  readonly outcomes: readonly Outcome[];
  readonly withoutTags: readonly UntaggedSuite[];
}

/**
 * The report of each run, from its outcomes and its suites' tags: the published metric, then the sound
 * ones. `suites` are where suites are that were moved.
 */
export async function reportRuns(
  folders: readonly string[],
  suites: readonly string[] = [],
): Promise<readonly RunReport[]> {
  const runs = await Promise.all(folders.map(async (folder) => load(folder, suites)));
  return runs.map(({ manifest, outcomes, withoutTags }) =>
    runReport(manifest, outcomes, { withoutTags }),
  );
}

/** Where a report is shown. */
export interface Page {
  readonly format: "text" | "md";
  /** Characters in a line. */
  readonly width: number;
  readonly colour: boolean;
}

/** Reports as text, one after the other. */
export function reportText(reports: readonly RunReport[], page: Page): string {
  const render = page.format === "md" ? renderReportMarkdown : renderReport;
  return reports.map((report) => render(report, page)).join("\n\n");
}

/** Comparisons as text: what the pairs come to together, then one after the other. */
export function comparisonText(comparisons: readonly Comparison[], page: Page): string {
  return renderComparisons(comparisons, page);
}

/** What is compared, beside the runs. */
export interface CompareRequest {
  readonly interpreters: readonly string[];
  /** A metric of values from 0 to 1; whether the law is known, or the function of texts, if not given. */
  readonly metric?: string;
  /** Where suites are that were moved. */
  readonly suites: readonly string[];
}

/**
 * Paired comparisons, by category: of two runs, each interpreter that both have (or the two that were
 * named, the first in the first run and the second in the second); of one run, each pair of its
 * contestants. Throws `bad-argument` for a metric that is no share.
 */
export async function compareRuns(
  folders: readonly string[],
  { interpreters, metric, suites }: CompareRequest,
): Promise<readonly Comparison[]> {
  const runs = await Promise.all(folders.map(async (folder) => load(folder, suites)));
  const [left, right] = runs;
  if (left === undefined) return [];
  const pairs =
    right === undefined ? pairsWithin(left, interpreters) : pairsAcross(left, right, interpreters);
  return comparisons(pairs, metric === undefined ? {} : { metric });
}

type Pair = readonly [left: ComparedSide, right: ComparedSide];

function pairsWithin(run: LoadedRun, named: readonly string[]): readonly Pair[] {
  const ids = named.length > 0 ? named : contestantsOf(run);
  const pairs = ids.flatMap((id, i) =>
    ids.slice(i + 1).map((other): Pair => [side(run, id), side(run, other)]),
  );
  if (pairs.length > 0) return pairs;
  throw nothingToCompare(
    `two interpreters in \`${run.folder}\``,
    ids.join(", ") || "none",
    "name another run as well, or two interpreters with --interpreter",
  );
}

function pairsAcross(left: LoadedRun, right: LoadedRun, named: readonly string[]): readonly Pair[] {
  const [first, second = first] = named;
  if (first !== undefined && second !== undefined)
    return [[side(left, first), side(right, second)]];
  const shared = contestantsOf(left).filter((id) => contestantsOf(right).includes(id));
  if (shared.length > 0) return shared.map((id): Pair => [side(left, id), side(right, id)]);
  const [a, ...moreLeft] = contestantsOf(left);
  const [b, ...moreRight] = contestantsOf(right);
  if (a !== undefined && b !== undefined && moreLeft.length + moreRight.length === 0) {
    return [[side(left, a), side(right, b)]];
  }
  throw nothingToCompare(
    "an interpreter that both runs have",
    `${contestantsOf(left).join(", ")} and ${contestantsOf(right).join(", ")}`,
    "name one of each with --interpreter",
  );
}

function side(run: LoadedRun, interpreter: string): ComparedSide {
  const { manifest, outcomes, withoutTags } = run;
  if (manifest.interpreters.some(({ id }) => id === interpreter)) {
    return { manifest, interpreter, outcomes, withoutTags };
  }
  throw new BenchError(
    "unknown-interpreter",
    `Expected interpreters among ${manifest.interpreters.map(({ id }) => id).join(", ")} in \`${run.folder}\`; got \`${interpreter}\`; name some of these`,
  );
}

function contestantsOf({ manifest }: LoadedRun): readonly string[] {
  return manifest.interpreters.filter(({ role }) => role === "contestant").map(({ id }) => id);
}

function nothingToCompare(expected: string, got: string, todo: string): BenchError {
  return new BenchError("bad-argument", `Expected ${expected}; got ${got}; ${todo}`);
}

async function load(folder: string, suites: readonly string[]): Promise<LoadedRun> {
  const { store } = await openRunFolder(folder, { forWriting: false });
  try {
    const { manifest } = store;
    const last = await lastOutcomes(store.outcomes());
    return { folder, manifest, ...(await joinTags(folder, manifest, last, suites)) };
  } finally {
    await store.close();
  }
}
