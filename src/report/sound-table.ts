import type {
  Category,
  Estimate,
  Outcome,
  RunInterpreter,
  RunManifest,
} from "../contract/index.ts";
import {
  calibration,
  concerned,
  groups,
  hasFigure,
  LEADING_METRIC,
  measured,
  meanOf,
  medianOf,
  reasonsIn,
  settled,
  successRate,
} from "../scoring/index.ts";
import type { Calibration, Settled, SoundMetric, SuccessRate } from "../scoring/index.ts";
import { front } from "./front.ts";
import type { Tradeoff } from "./front.ts";
import { problemsIn } from "./problems-in.ts";
import { progressOf, runIdentity } from "./run-identity.ts";
import type { Progress, RunIdentity } from "./run-identity.ts";
import { soundSections, stringSections } from "./sound-columns.ts";
import type { SoundColumnKey, SoundSectionKey, SoundSubset } from "./sound-columns.ts";
import { haveTags } from "./subsets.ts";

/** The sound metrics of one run, as plain data. */
export interface SoundTable {
  readonly format: "findbench-sound";
  readonly version: 1;
  readonly category: Category;
  /** What rows are ranked by. */
  readonly rankedBy: SoundMetric;
  /** The scorer whose figures these are. */
  readonly scorer: string;
  readonly run: RunIdentity;
  /** `null` where the run is complete. */
  readonly partial: Progress | null;
  /** One per question; those that nothing answers are left out. */
  readonly sections: readonly SoundSection[];
  /** Median error against median length, contestants first, shortest first. */
  readonly front: readonly FrontRow[];
  /** For each interpreter that states its confidence: calibration against `rankedBy`. */
  readonly calibration: readonly (Calibration & { readonly interpreter: string })[];
}

/** The figures that answer one question. */
export interface SoundSection {
  readonly title: string;
  readonly columns: readonly SoundColumn[];
  /** Contestants, best first by `rankedBy`, then the run's own rows; the same in every section. */
  readonly rows: readonly SoundRow[];
}

/** A column and how many distinct problems it is about. */
export interface SoundColumn extends SoundColumnKey {
  readonly problems: number;
}

/** One interpreter in a section. */
export interface SoundRow {
  readonly interpreter: string;
  readonly role: RunInterpreter["role"];
  /**
   * Contestants that share a letter cannot be told apart by `rankedBy`; `null` for references, and for
   * rows of which nothing was scored: they are not compared.
   */
  readonly group: string | null;
  /** One per column, in their order. */
  readonly cells: readonly SoundCell[];
}

/** A figure; `items` it could have been over, scored ones only unless it is a rate. */
export interface SoundCell {
  readonly items: number;
  readonly estimate: Estimate | null;
  /** Items without a figure for a reason of the method's; in a rate they count as not passed. */
  readonly unscored: SuccessRate["unscored"];
  /**
   * Items without a figure for a reason of ours; they count nowhere. Those of which the problem leaves
   * nothing to measure are not among `items`.
   */
  readonly leftOut: SuccessRate["leftOut"];
}

/** An interpreter on the plane of error and length. */
export interface FrontRow extends Tradeoff {
  readonly interpreter: string;
  readonly role: RunInterpreter["role"];
  /** Whether no other contestant is better in one and as good in the other; false for references. */
  readonly onFront: boolean;
}

const BY_CATEGORY = {
  numeric: { scorer: "numeric-sound/2", rankedBy: LEADING_METRIC.numeric, sections: soundSections },
  strings: {
    scorer: "strings-sound/2",
    rankedBy: LEADING_METRIC.strings,
    sections: stringSections,
  },
} as const satisfies {
  readonly [category in Category]: {
    readonly scorer: string;
    readonly rankedBy: SoundMetric;
    readonly sections: readonly SoundSectionKey[];
  };
};

/** Whether there is anything to show: whether items were scored by the sound metrics. */
export function hasSoundScores(outcomes: readonly Outcome[]): boolean {
  const known: readonly string[] = Object.values(BY_CATEGORY).map(({ scorer }) => scorer);
  return outcomes.some(({ scorers }) => scorers.some((scorer) => known.includes(scorer)));
}

/** The sound figures of a run; expects one outcome per item, as `lastOutcomes` gives them. */
export function soundTable(
  manifest: RunManifest,
  given: readonly Outcome[],
  category: Category = "numeric",
): SoundTable {
  const outcomes = settled(given);
  const { scorer, rankedBy, sections } = BY_CATEGORY[category];
  const rows = rankedRows(manifest, outcomes, rankedBy);
  return {
    format: "findbench-sound",
    version: 1,
    category,
    rankedBy,
    scorer,
    run: runIdentity(manifest),
    partial: progressOf(manifest, outcomes.length),
    sections: sections
      .map((section) => sectionOf(section, rows, outcomes))
      .filter(({ columns }) => columns.length > 0),
    front: category === "numeric" ? frontRows(rows) : [],
    calibration: rows
      .map(({ interpreter, own }) => ({ interpreter, ...calibration(own, rankedBy) }))
      .filter(({ n }) => n > 0),
  };
}

interface RankedRow extends Omit<SoundRow, "cells"> {
  readonly own: readonly Settled[];
}

function rankedRows(
  { interpreters }: RunManifest,
  outcomes: readonly Settled[],
  metric: SoundMetric,
): RankedRow[] {
  const rows = interpreters.map(({ id, role }) => {
    const own = outcomes.filter(({ item }) => item.interpreter === id);
    // One of which nothing was scored comes last.
    const rate = hasFigure(own, metric) ? successRate(measured(own, metric), metric) : null;
    const known = rate?.estimate?.value ?? -1;
    return { interpreter: id, role, group: null, own, known };
  });
  const ranked = (role: RunInterpreter["role"]): typeof rows =>
    rows
      .filter((row) => row.role === role)
      .sort((a, b) => b.known - a.known || (a.interpreter < b.interpreter ? -1 : 1));
  const contestants = ranked("contestant");
  const letters = groups(
    contestants.map(({ interpreter, own }) => ({ interpreter, outcomes: measured(own, metric) })),
    metric,
  );
  return [
    ...contestants.map((row, index) => ({ ...row, group: letters[index] ?? null })),
    ...ranked("reference"),
  ];
}

function sectionOf(
  { title, columns }: SoundSectionKey,
  rows: readonly RankedRow[],
  outcomes: readonly Settled[],
): SoundSection {
  const known = haveTags(outcomes);
  const answered = columns
    .filter(({ subset }) => known || subset === "all")
    .map((column) => ({ ...column, problems: problemsIn(aboutColumn(outcomes, column)) }))
    .filter(({ problems }) => problems > 0);
  return {
    title,
    columns: answered,
    rows: rows.map(({ interpreter, role, group, own }) => ({
      interpreter,
      role,
      group,
      cells: answered.map((column) => cellOf(own, column)),
    })),
  };
}

function aboutColumn(outcomes: readonly Settled[], { metric, subset }: SoundColumnKey): Settled[] {
  return measured(outcomes, metric).filter(({ tags }) => isIn(subset, tags ?? []));
}

function isIn(subset: SoundSubset, tags: readonly string[]): boolean {
  const isTrivial = tags.some((tag) => tag.startsWith("trivial:"));
  switch (subset) {
    case "all":
      return true;
    case "plain":
      return tags.includes("plain") && !isTrivial;
    case "trivial":
      return tags.includes("plain") && isTrivial;
    case "corrupted":
    case "noised":
    case "composed":
    case "excepted":
    case "random":
    case "single":
      return tags.includes(subset);
  }
}

function cellOf(own: readonly Settled[], column: SoundColumnKey): SoundCell {
  const { metric, subset, statistic } = column;
  const outcomes = aboutColumn(own, column);
  const items = outcomes.length;
  const all = concerned(own, metric).filter(({ tags }) => isIn(subset, tags ?? []));
  const reasons = reasonsIn(all, metric);
  switch (statistic) {
    case "rate":
      return { items, estimate: successRate(outcomes, metric).estimate, ...reasons };
    case "median":
      return { items, estimate: medianOf(outcomes, metric), ...reasons };
    case "mean":
      return { items, estimate: meanOf(outcomes, metric), ...reasons };
  }
}

function frontRows(rows: readonly RankedRow[]): FrontRow[] {
  const points = rows.map(({ interpreter, role, own }) => ({
    interpreter,
    role,
    error: medianOf(own, "error")?.value ?? null,
    length: medianOf(own, "length")?.value ?? null,
  }));
  const sorted = (role: RunInterpreter["role"]): typeof points =>
    points
      .filter((point) => point.role === role && point.length !== null)
      .sort((a, b) => (a.length ?? 0) - (b.length ?? 0) || (a.error ?? 0) - (b.error ?? 0));
  const contestants = sorted("contestant");
  const marks = front(contestants);
  return [
    ...contestants.map((point, index) => ({ ...point, onFront: marks[index] ?? false })),
    ...sorted("reference").map((point) => ({ ...point, onFront: false })),
  ];
}
