import type { StringAtom } from "../../../categories/strings/index.ts";
import { isFixedText } from "./fixed-texts.ts";
import { composed } from "./hypothesis.ts";
import type { Hypothesis } from "./hypothesis.ts";
import type { InnerNode } from "./inner-table.ts";
import type { Outcome, Step } from "./outcome.ts";
import { couldGiveAll, narrowed } from "./rule.ts";
import type { Possible, Rule } from "./rule.ts";

/** Compositions that are looked at further, at most. */
const MOST = 4000;
/** What it costs, in units of work, to see what operations make of a text not every function is asked. */
const UNREMEMBERED = 8;

/** Operations of one kind that do all of these steps. */
export function singles(rules: readonly Rule[], steps: readonly Step[]): readonly StringAtom[] {
  return rules.flatMap((rule) => {
    let possible: Possible = null;
    for (const { from, to } of steps) {
      if (to !== null && !rule.couldGive(to)) return [];
      possible = narrowed(rule, possible, from, to);
      if (possible?.length === 0) return [];
    }
    return possible ?? [];
  });
}

/**
 * Compositions of two operations that do all of these steps: the inner ones are tried, grouped by
 * what they make of the texts; the outer one's parameters are read off. `most` is the work, in units
 * of one remembered look at a group, after which an outer operation is given up; those inner ones that
 * come first, the simple ones, are then done.
 */
export function compositions(
  table: InnerNode,
  rules: readonly Rule[],
  steps: readonly Step[],
  most: number,
): readonly Hypothesis[] {
  let work = 0;
  const found: Hypothesis[] = [];
  const outcomes = steps.map(({ to }) => to);
  if (outcomes.every((outcome) => outcome === null)) return found;
  const costs = steps.map(({ from }) => (isFixedText(from) ? 1 : UNREMEMBERED));
  for (const rule of rules) {
    work = 0;
    if (couldGiveAll(rule, outcomes)) walk(rule, table, 0, null);
  }
  return found;

  function walk(rule: Rule, node: InnerNode, depth: number, possible: Possible): void {
    if (found.length >= MOST || work > most) return;
    const step = steps[depth];
    if (step === undefined) {
      if (possible === null) return;
      for (const inner of node.members)
        for (const outer of possible) found.push(...composed(...inner, outer));
      return;
    }
    const { from, to } = step;
    const groups = node.split(from);
    const { nodes } = groups;
    const cost = (costs[depth] ?? 0) + (possible?.length ?? 0);
    const { only } = rule;
    for (let at = 0; at < nodes.length; at += 1) {
      const child = nodes[at];
      if (child === undefined || (child.between === null && to !== null)) continue;
      work += cost;
      if (work > most || found.length >= MOST) return;
      if (only !== undefined && child.between !== null) {
        const isSame = groups.then(only, at) === to;
        if (isSame && isShown(rule, possible, child.between, to))
          walk(rule, child, depth + 1, [only]);
        continue;
      }
      const next = child.between === null ? possible : narrowed(rule, possible, child.between, to);
      if (next?.length !== 0) walk(rule, child, depth + 1, next);
    }
  }
}

/** Whether a single operation shows as its rule has it, where it is met for the first time. */
function isShown({ proposals }: Rule, possible: Possible, from: string, to: Outcome): boolean {
  return to === null || possible !== null || proposals(from, to)?.length !== 0;
}
