import type { RankedRow } from "./ranked-rows.ts";

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
export function mixedScorers(rows: readonly RankedRow[]): readonly ScorerGroup[] | null {
  const counts = new Map<string, number>();
  for (const { own } of rows)
    for (const slot of own.slots) {
      const scorers = own.row.scorersAt(slot);
      if (scorers !== null) counts.set(scorers, (counts.get(scorers) ?? 0) + 1);
    }
  const groups = new Map<string, ScorerGroup>();
  for (const [text, items] of counts) {
    const scorers = text.split("\n").filter(Boolean).toSorted();
    const key = scorers.join(" ");
    groups.set(key, { scorers, items: (groups.get(key)?.items ?? 0) + items });
  }
  if (groups.size <= 1) return null;
  return [...groups.values()].toSorted((a, b) => b.items - a.items);
}

/** The line that goes before everything else where scorers are mixed. */
export function mixedLine(groups: readonly ScorerGroup[]): string {
  const told = groups.map(({ scorers, items }) => `${items} by ${scorers.join(" and ") || "none"}`);
  return `MIXED: items were scored differently (${told.join("; ")}): no figure below compares like with like. Run \`findbench score\` with both metrics.`;
}
