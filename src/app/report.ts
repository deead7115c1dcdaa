import { BenchError, similarTo } from "../core/index.ts";
import {
  comparisonDocument,
  comparisons,
  formatNamed,
  renderers,
  reportDocument,
  runReport,
  sectionNames,
} from "../report/index.ts";
import type { ComparedSide, Comparison, Format, RunReport } from "../report/index.ts";
import { loadRun } from "./load-run.ts";
import type { LoadedRun } from "./load-run.ts";

/** How much of a report is wanted. */
export interface ReportExtent {
  /** Every table, and not the verdict alone. */
  readonly full: boolean;
  /** Names of the only sections wanted; none of them means as much as the format shows by itself. */
  readonly sections: readonly string[];
}

/**
 * The report of each run, from its outcomes and its suites' tags, whole or only the sections of some
 * names. `suites` are where suites are that were moved.
 */
export async function reportRuns(
  folders: readonly string[],
  suites: readonly string[] = [],
  wanted: (section: string) => boolean = () => true,
): Promise<readonly RunReport[]> {
  const reports: RunReport[] = [];
  for (const folder of folders) {
    const { manifest, outcomes, withoutTags } = await loadRun(folder, suites);
    reports.push(runReport(manifest, outcomes, { withoutTags, wanted }));
  }
  return reports;
}

/** Where and how something is shown. */
export interface Page {
  readonly format: Format;
  /** Characters in a line. */
  readonly width: number;
  readonly colour: boolean;
}

/** The reports of runs as text in a format: their verdicts, and the tables that are wanted. */
export async function reportText(
  folders: readonly string[],
  suites: readonly string[],
  extent: ReportExtent,
  page: Page,
): Promise<string> {
  const { full, sections } = extent;
  requireSections(sections);
  const { render, isBrief } = renderers[page.format];
  const isWhole = sections.length === 0 && (full || !isBrief);
  const wanted = (name: string): boolean => isWhole || sections.includes(name);
  const reports = await reportRuns(folders, suites, wanted);
  const verdict = sections.length === 0 || sections.includes("summary");
  const tables = isWhole || sections.some((name) => name !== "summary");
  return render(reportDocument(reports, { verdict, tables }), page);
}

/** Throws `bad-argument` for a section that no report has. */
function requireSections(names: readonly string[]): void {
  const unknown = names.find((name) => !sectionNames.includes(name));
  if (unknown === undefined) return;
  throw new BenchError(
    "bad-argument",
    `Expected sections among ${sectionNames.join(", ")}; got \`${unknown}\`; name some of these with --section${similarTo(unknown, sectionNames)}`,
  );
}

/** The format of a name, as `--format` takes it. Throws `bad-argument`. */
export function formatOf(name: string): Format {
  const format = formatNamed(name);
  if (format !== null) return format;
  throw new BenchError(
    "bad-argument",
    `Expected a format among ${Object.keys(renderers).join(", ")}; got \`${name}\`; name one of these with --format${similarTo(name, Object.keys(renderers))}`,
  );
}

/** Comparisons as text: what the pairs come to together, then one after the other. */
export function comparisonText(comparisons: readonly Comparison[], page: Page): string {
  return renderers[page.format].render(comparisonDocument(comparisons), page);
}

/** What is compared, beside the runs. */
export interface CompareRequest {
  readonly interpreters: readonly string[];
  /** A metric of values from 0 to 1; whether the law is known, or the string function, if not given. */
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
  const runs = await Promise.all(folders.map(async (folder) => loadRun(folder, suites)));
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
  const names = manifest.interpreters.map(({ id }) => id);
  if (names.includes(interpreter)) return { manifest, interpreter, outcomes, withoutTags };
  throw new BenchError(
    "unknown-interpreter",
    `Expected interpreters among ${names.join(", ")} in \`${run.folder}\`; got \`${interpreter}\`; name some of these${similarTo(interpreter, names)}`,
  );
}

function contestantsOf({ manifest }: LoadedRun): readonly string[] {
  return manifest.interpreters.filter(({ role }) => role === "contestant").map(({ id }) => id);
}

function nothingToCompare(expected: string, got: string, todo: string): BenchError {
  return new BenchError("bad-argument", `Expected ${expected}; got ${got}; ${todo}`);
}
