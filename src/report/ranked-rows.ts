import type { RunInterpreter, RunManifest } from "../contract/index.ts";
import { groups, hasFigure, measured, partOf, rates } from "../summaries/index.ts";
import type { OutcomeTable, Part } from "../summaries/index.ts";

/** One interpreter of a run and all that it has done in a category. */
export interface RankedRow {
  readonly interpreter: string;
  readonly role: RunInterpreter["role"];
  readonly configuration: RunInterpreter["configuration"];
  /** The letters of its groups; `null` for references, and where nothing was scored. */
  readonly group: string | null;
  readonly own: Part;
}

/** The interpreters of a run, as its manifest has them, on the problems of a category. */
export function rowsOf(
  { interpreters }: RunManifest,
  table: OutcomeTable,
  isAbout: (problem: number) => boolean,
): readonly RankedRow[] {
  return interpreters.map(({ id, role, configuration }) => ({
    interpreter: id,
    role,
    configuration,
    group: null,
    own: partOf(table, id, isAbout),
  }));
}

/**
 * Contestants, best first by a share, then references, best first. Ranked are the items that the
 * metric is about, or `everything`; a row of which nothing was scored comes last.
 */
export function rankedBy(
  rows: readonly RankedRow[],
  metric: string,
  { everything }: { readonly everything: boolean },
): readonly RankedRow[] {
  const parts = rows.map(({ own }) => (everything ? own : measured(own, metric)));
  const estimates = rates(parts, metric);
  const known = rows.map((row, i) => ({
    row,
    part: parts[i] ?? row.own,
    rate: hasFigure(row.own, metric) ? (estimates[i]?.value ?? -1) : -1,
  }));
  const ranked = (role: RunInterpreter["role"]): typeof known =>
    known
      .filter(({ row }) => row.role === role)
      .sort((a, b) => b.rate - a.rate || (a.row.interpreter < b.row.interpreter ? -1 : 1));
  const contestants = ranked("contestant");
  const letters = groups(
    contestants.map(({ part }) => part),
    metric,
  );
  return [
    ...contestants.map(({ row }, index) => ({ ...row, group: letters[index] ?? null })),
    ...ranked("reference").map(({ row }) => row),
  ];
}
