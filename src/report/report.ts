import type { Category, RunManifest } from "../contract/index.ts";
import type { OutcomeTable } from "../summaries/index.ts";
import { categoryReport } from "./category-report.ts";
import type { CategoryReport, Wanted } from "./category-report.ts";
import { progressOf, runIdentity } from "./run-identity.ts";
import type { Progress, RunIdentity } from "./run-identity.ts";

/** What there is to report of one run, as plain data. */
export interface RunReport {
  readonly format: "findbench-report";
  readonly version: 2;
  readonly run: RunIdentity;
  /** `null` where the run is complete. */
  readonly partial: Progress | null;
  /** Suites whose tags are not known, so that groups by tag are left out, and why. */
  readonly withoutTags: readonly UntaggedSuite[];
  /** By name. */
  readonly categories: readonly CategoryReport[];
}

/** A suite whose truths are not at hand. */
export interface UntaggedSuite {
  readonly name: string;
  /** What was expected, what came and what to do, without the suite's path. */
  readonly why: string;
}

/** What a report is told, and what it is asked for. */
export interface ReportOptions {
  readonly withoutTags?: readonly UntaggedSuite[];
  /** Which sections are made, by name; all if not given. */
  readonly wanted?: Wanted;
}

/** The report of a run; what is not wanted is not computed. */
export function runReport(
  manifest: RunManifest,
  outcomes: OutcomeTable,
  { withoutTags = [], wanted = () => true }: ReportOptions = {},
): RunReport {
  return {
    format: "findbench-report",
    version: 2,
    run: runIdentity(manifest),
    partial: progressOf(manifest, outcomes.items),
    withoutTags,
    categories: categoriesOf(outcomes).map((category) =>
      categoryReport(manifest, outcomes, category, wanted),
    ),
  };
}

/** The categories that there are problems of, by name. */
export function categoriesOf({ problems }: OutcomeTable): readonly Category[] {
  return [...new Set(problems.map(({ category }) => category))].toSorted();
}
