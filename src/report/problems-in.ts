import type { Outcome } from "../contract/index.ts";

/** How many distinct problems the outcomes are about. */
export function problemsIn(outcomes: readonly Outcome[]): number {
  return new Set(outcomes.map(({ item }) => `${item.suite}/${item.problem}`)).size;
}
