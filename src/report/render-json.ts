import type { Comparison } from "./comparison.ts";
import type { Leaderboard } from "./leaderboard.ts";

/** A report as one JSON document: its own plain data, nothing rounded. */
export function renderJson(report: Leaderboard | Comparison): string {
  return JSON.stringify(report, null, 2);
}
