import type { Outcome, RunManifest } from "../contract/index.ts";
import { leaderboard } from "./leaderboard.ts";
import type { Leaderboard, LeaderboardOptions } from "./leaderboard.ts";
import { mixedLine, mixedScorers } from "./mixed-scorers.ts";
import type { ScorerGroup } from "./mixed-scorers.ts";
import { paletteOf } from "./palette.ts";
import { renderLeaderboardMarkdown } from "./render-leaderboard-markdown.ts";
import { renderLeaderboard } from "./render-leaderboard.ts";
import type { RenderOptions } from "./render-options.ts";
import { renderSoundMarkdown } from "./render-sound-markdown.ts";
import { renderSound } from "./render-sound.ts";
import { hasSoundScores, soundTable } from "./sound-table.ts";
import type { SoundTable } from "./sound-table.ts";
import { wrapped } from "./text-table.ts";

/** What there is to report of one run: the published metric, and the sound ones where measured. */
export interface RunReport {
  readonly format: "findbench-report";
  readonly version: 1;
  /** `null` where all items were scored by the same scorers. */
  readonly mixed: readonly ScorerGroup[] | null;
  readonly published: Leaderboard;
  /** `null` where no item was scored by the sound metrics. */
  readonly sound: SoundTable | null;
}

/** The report of a run; expects one outcome per item, as `lastOutcomes` gives them. */
export function runReport(
  manifest: RunManifest,
  outcomes: readonly Outcome[],
  options: LeaderboardOptions = {},
): RunReport {
  return {
    format: "findbench-report",
    version: 1,
    mixed: mixedScorers(outcomes),
    published: leaderboard(manifest, outcomes, options),
    sound: hasSoundScores(outcomes) ? soundTable(manifest, outcomes) : null,
  };
}

/** The report for a terminal: the published table, the sound ones below. */
export function renderReport(
  { mixed, published, sound }: RunReport,
  options: RenderOptions = {},
): string {
  const { width = 100, colour = false } = options;
  const parts = [renderLeaderboard(published, options)];
  if (sound !== null) parts.push(renderSound(sound, options));
  const text = parts.join("\n\n\n");
  if (mixed === null) return text;
  return `${paletteOf(colour).alarm(wrapped(mixedLine(mixed), width))}\n${text}`;
}

/** The report as Markdown, the two parts under headings of their own. */
export function renderReportMarkdown({ mixed, published, sound }: RunReport): string {
  const warning = mixed === null ? [] : [`**${mixedLine(mixed)}**`, ""];
  if (sound === null) return [...warning, renderLeaderboardMarkdown(published)].join("\n");
  return [
    ...warning,
    "## Published metric",
    "",
    renderLeaderboardMarkdown(published),
    "## Sound metrics",
    "",
    renderSoundMarkdown(sound),
  ].join("\n");
}
