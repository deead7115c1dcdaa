import type { Outcome } from "../contract/index.ts";

/** Scorers that outcomes of one run were scored by, and how many of them. */
export interface ScorerGroup {
  /** With their versions, such as `numeric-published/1`, sorted. */
  readonly scorers: readonly string[];
  readonly items: number;
}

/**
 * The groups of scored outcomes that other scorers, or other versions of them, have scored, the
 * largest first; `null` where all were scored alike. Figures over a mixture mean nothing.
 */
export function mixedScorers(outcomes: readonly Outcome[]): readonly ScorerGroup[] | null {
  const groups = new Map<string, ScorerGroup>();
  for (const { status, scorers } of outcomes) {
    if (status !== "scored") continue;
    const sorted = scorers.toSorted();
    const key = sorted.join(" ");
    groups.set(key, { scorers: sorted, items: (groups.get(key)?.items ?? 0) + 1 });
  }
  if (groups.size <= 1) return null;
  return [...groups.values()].toSorted((a, b) => b.items - a.items);
}

/** The line that goes before everything else where scorers are mixed. */
export function mixedLine(groups: readonly ScorerGroup[]): string {
  const told = groups.map(({ scorers, items }) => `${items} by ${scorers.join(" and ") || "none"}`);
  return `MIXED: items were scored differently (${told.join("; ")}): no figure below compares like with like. Run \`findbench score\` with both metrics.`;
}
