export { comparison, comparisons } from "./comparison.ts";
export type { ComparedSide, Comparison } from "./comparison.ts";
export { leaderboard } from "./leaderboard.ts";
export type { Leaderboard } from "./leaderboard.ts";
export {
  renderComparison,
  renderComparisonMarkdown,
  renderComparisons,
} from "./render-comparison.ts";
export { front } from "./front.ts";
export { renderReport, renderReportMarkdown, runReport } from "./report.ts";
export type { RunReport, UntaggedSuite } from "./report.ts";
export { renderJson } from "./render-json.ts";
export { renderLeaderboard } from "./render-leaderboard.ts";
export { renderLeaderboardMarkdown } from "./render-leaderboard-markdown.ts";
export { renderSoundMarkdown } from "./render-sound-markdown.ts";
export { renderSound } from "./render-sound.ts";
export { soundTable } from "./sound-table.ts";
export type { SoundTable } from "./sound-table.ts";
