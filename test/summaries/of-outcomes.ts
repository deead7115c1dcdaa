import type { Outcome } from "../../src/contract/index.ts";
import * as scoring from "../../src/summaries/index.ts";
import type { Part } from "../../src/summaries/index.ts";

// The summaries of one interpreter's outcomes, as they are: each call makes a table of its own.

function partWith(outcomes: readonly Outcome[]): Part {
  return scoring.partOf(scoring.tableOf(outcomes), outcomes[0]?.item.interpreter ?? "nobody");
}

export const successRate = (outcomes: readonly Outcome[], metric: string) =>
  scoring.successRate(partWith(outcomes), metric);

export const meanOf = (outcomes: readonly Outcome[], metric: string) =>
  scoring.meanOf(partWith(outcomes), metric);

export const medianOf = (outcomes: readonly Outcome[], metric: string) =>
  scoring.medianOf(partWith(outcomes), metric);

export const meanUsage = (outcomes: readonly Outcome[]) => scoring.meanUsage(partWith(outcomes));

export const calibration = (outcomes: readonly Outcome[], metric = "law") =>
  scoring.calibration(partWith(outcomes), metric);

export const compare = (left: readonly Outcome[], right: readonly Outcome[], metric: string) =>
  scoring.compare(partWith(left), partWith(right), metric);

export const groups = (
  contenders: readonly { readonly outcomes: readonly Outcome[] }[],
  metric: string,
) =>
  scoring.groups(
    contenders.map(({ outcomes }) => partWith(outcomes)),
    metric,
  );

/** Ids of the problems that a metric has something to measure on. */
export const measured = (outcomes: readonly Outcome[], metric: string): string[] => {
  const { table, slots } = scoring.measured(partWith(outcomes), metric);
  return Array.from(slots, (slot) => table.problems[table.problemOf[slot] ?? 0]?.id ?? "");
};
