import type { Comparison } from "./comparison.ts";
import type { Leaderboard } from "./leaderboard.ts";
import type { RunReport } from "./report.ts";
import type { SoundTable } from "./sound-table.ts";

/** A report as one JSON document: its own plain data, nothing rounded. */
export function renderJson(report: Leaderboard | Comparison | SoundTable | RunReport): string {
  return JSON.stringify(report, null, 2);
}
