import type { Estimate, Usage } from "../contract/index.ts";
import { bootstrapIntervals, chanceFrom, mean, median } from "../core/index.ts";
import { PRESENT } from "./number-column.ts";
import { SCORED } from "./outcome-table.ts";
import type { Part } from "./outcome-table.ts";
import { clusteredAt } from "./success.ts";

/** The mean of a metric over the scored items alone, n of them; `null` where there is none. */
export function meanOf(part: Part, metric: string): Estimate | null {
  return typical([part], metric, "mean")[0] ?? null;
}

/** The median of a metric over the scored items alone, n of them; `null` where there is none. */
export function medianOf(part: Part, metric: string): Estimate | null {
  return typical([part], metric, "median")[0] ?? null;
}

/** What an item cost on average; `null` where there is none. */
export function meanUsage({ row, slots }: Part): Usage | null {
  if (slots.length === 0) return null;
  return {
    queries: mean(Float64Array.from(slots, (slot) => row.queries.valueAt(slot))),
    rounds: mean(Float64Array.from(slots, (slot) => row.rounds.valueAt(slot))),
  };
}

/** A mean or median for several interpreters, each with a bootstrap interval over problems, repeats drawn together. */
export function typical(
  parts: readonly Part[],
  metric: string,
  statistic: "mean" | "median",
): readonly (Estimate | null)[] {
  const samples = parts.map((part) => clusteredAt(part, valuesAt(part, metric)));
  const some = samples.filter(({ values }) => values.length > 0);
  const chance = chanceFrom("typical").fork(metric, statistic);
  const intervals = bootstrapIntervals(some, { chance, statistic });
  return samples.map((sample) => {
    const { values } = sample;
    const interval = intervals[some.indexOf(sample)];
    if (interval === undefined) return null;
    const value = statistic === "mean" ? mean(values) : median(values);
    return { n: values.length, value, ...interval };
  });
}

function valuesAt({ row, slots }: Part, metric: string): Float64Array {
  const column = row.scores.get(metric);
  return Float64Array.from(slots, (slot) =>
    column?.stateAt(slot) === PRESENT && row.statusAt(slot) === SCORED ? column.valueAt(slot) : NaN,
  );
}
