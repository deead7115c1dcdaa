export { comparison } from "./comparison.ts";
export type { ComparedSide, Comparison } from "./comparison.ts";
export { leaderboard } from "./leaderboard.ts";
export type { Leaderboard } from "./leaderboard.ts";
export { renderComparison, renderComparisonMarkdown } from "./render-comparison.ts";
export { renderJson } from "./render-json.ts";
export { renderLeaderboard } from "./render-leaderboard.ts";
export { renderLeaderboardMarkdown } from "./render-leaderboard-markdown.ts";
