import type { Outcome, RunManifest } from "../contract/index.ts";
import { holm } from "../core/index.ts";
import { compare } from "../scoring/index.ts";
import type { PairedComparison } from "../scoring/index.ts";
import { DEFAULT_METRIC } from "./leaderboard.ts";
import type { LeaderboardOptions } from "./leaderboard.ts";
import { itemsPerInterpreter, runIdentity } from "./run-identity.ts";
import type { Progress, RunIdentity } from "./run-identity.ts";
import { subsetsOf, within } from "./subsets.ts";

/** One interpreter of one run. */
export interface ComparedSide {
  readonly manifest: RunManifest;
  readonly interpreter: string;
  /** One outcome per item, of the whole run or of this interpreter alone. */
  readonly outcomes: readonly Outcome[];
}

/** Two interpreters, or one in two runs, on the items that both have done, as plain data. */
export interface Comparison {
  readonly format: "findbench-comparison";
  readonly version: 1;
  readonly metric: string;
  readonly left: ComparisonSide;
  readonly right: ComparisonSide;
  /** Settings in which the two runs differ, so that the difference may be theirs. */
  readonly settings: readonly {
    readonly name: string;
    readonly left: string;
    readonly right: string;
  }[];
  /** `all` first, then the subsets. */
  readonly rows: readonly ComparisonRow[];
}

/** Who stands on one side, and in which run. */
export interface ComparisonSide {
  readonly interpreter: string;
  readonly run: RunIdentity;
  /** How far this interpreter has come, or `null` where it has done all of its items. */
  readonly partial: Progress | null;
}

/** The comparison on one subset. */
export interface ComparisonRow extends PairedComparison {
  readonly subset: string;
  /** `p` itself on `all`; elsewhere Holm-corrected over the subsets. */
  readonly adjustedP: number;
}

/** Compares two sides pair by pair, on everything and by subset. */
export function comparison(
  left: ComparedSide,
  right: ComparedSide,
  { metric = DEFAULT_METRIC }: LeaderboardOptions = {},
): Comparison {
  const ownLeft = ownOutcomes(left);
  const ownRight = ownOutcomes(right);
  const rows = subsetsOf(left.manifest, ownLeft).map(({ name }) => ({
    subset: name,
    ...compare(within(name, left.manifest, ownLeft), within(name, left.manifest, ownRight), metric),
  }));
  const adjusted = holm(rows.slice(1).map(({ p }) => p));
  return {
    format: "findbench-comparison",
    version: 1,
    metric,
    left: sideOf(left, ownLeft.length),
    right: sideOf(right, ownRight.length),
    settings: settingsApart(
      { run: runIdentity(left.manifest), outcomes: ownLeft },
      { run: runIdentity(right.manifest), outcomes: ownRight },
    ),
    rows: rows.map((row, index) => ({ ...row, adjustedP: adjusted[index - 1] ?? row.p })),
  };
}

function ownOutcomes({ interpreter, outcomes }: ComparedSide): Outcome[] {
  return outcomes.filter(({ item }) => item.interpreter === interpreter);
}

function sideOf({ manifest, interpreter }: ComparedSide, done: number): ComparisonSide {
  const run = runIdentity(manifest);
  const expected = itemsPerInterpreter(run);
  return { interpreter, run, partial: done < expected ? { done, expected } : null };
}

interface Setting {
  readonly run: RunIdentity;
  readonly outcomes: readonly Outcome[];
}

function settingsApart(left: Setting, right: Setting): Comparison["settings"] {
  const facts = ({ run, outcomes }: Setting): [string, string][] => [
    ["suites", run.suites.map(({ name, hash }) => `${name} ${hash.slice(0, 12)}`).join(", ")],
    ["seed", run.seed],
    ["findbench", run.findbench],
    ["budget", String(run.budget ?? "unlimited")],
    ["rounds", String(run.rounds ?? "unlimited")],
    ["epochs", String(run.epochs)],
    ...(outcomes.length === 0 ? [] : [["scorers", scorersOf(outcomes)] satisfies [string, string]]),
  ];
  const theirs = new Map(facts(right));
  return facts(left).flatMap(([name, value]) => {
    const other = theirs.get(name) ?? value;
    return value === other ? [] : [{ name, left: value, right: other }];
  });
}

function scorersOf(outcomes: readonly Outcome[]): string {
  return [...new Set(outcomes.flatMap(({ scorers }) => scorers))].toSorted().join(", ");
}
