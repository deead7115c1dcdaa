import { PRESENT } from "./number-column.ts";
import { byTags, FAILED } from "./outcome-table.ts";
import type { OutcomeTable, Part } from "./outcome-table.ts";
import { metricScope } from "./metric-facts.ts";
import { ownerOf } from "../scoring/index.ts";

/**
 * The items that a metric is about: those that carry it, and the failed ones on problems whose tags
 * make it apply or, where no tags are at hand, on which others carry it.
 */
export function concerned(part: Part, metric: string): Part {
  const { table, row } = part;
  const column = row.scores.get(metric);
  const applies = appliesTo(table, metric);
  const slots = part.slots.filter((slot) => {
    if ((column?.stateAt(slot) ?? 0) !== 0) return true;
    return row.statusAt(slot) === FAILED && applies(table.problemOf[slot] ?? 0);
  });
  return { ...part, slots };
}

/** The items that a metric is about, unless the problem leaves nothing to measure. */
export function measured(part: Part, metric: string): Part {
  return measurable(concerned(part, metric), metric);
}

/** Items without those of which the problem leaves a metric nothing to measure. */
export function measurable(part: Part, metric: string): Part {
  const column = part.row.scores.get(metric);
  if (column === undefined) return part;
  const slots = part.slots.filter((slot) => {
    const state = column.stateAt(slot);
    return state <= PRESENT || ownerOf(part.row.reasonOf(state)) !== "problem";
  });
  return { ...part, slots };
}

function appliesTo(table: OutcomeTable, metric: string): (problem: number) => boolean {
  const rule = metricScope(metric);
  let carried: Uint8Array | null = null;
  // Lists of tags are shared by problems of several categories, which may mean different ones of them.
  const byTag = new Map<string, (problem: number) => boolean>();
  const tagsApply = (problem: number, category: string): boolean => {
    const known =
      byTag.get(category) ??
      byTags(table, (tags) => tags !== undefined && rule.tags(tags, category));
    byTag.set(category, known);
    return known(problem);
  };
  return (problem) => {
    const known = table.problems[problem];
    if (known === undefined || !rule.category(known.category)) return false;
    if (known.tags !== undefined && rule.isKnown) return tagsApply(problem, known.category);
    carried ??= carriedOn(table, metric);
    return carried[problem] === 1;
  };
}

/** The problems on which some row has a score by the metric. */
function carriedOn({ rows, problemOf, problems }: OutcomeTable, metric: string): Uint8Array {
  const carried = new Uint8Array(problems.length);
  for (const { scores } of rows.values()) {
    const column = scores.get(metric);
    if (column === undefined) continue;
    for (let slot = 0; slot < problemOf.length; slot += 1)
      if (column.stateAt(slot) !== 0) carried[problemOf[slot] ?? 0] = 1;
  }
  return carried;
}
