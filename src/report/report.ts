import { BenchError } from "../core/index.ts";
import type { Category, Outcome, RunManifest } from "../contract/index.ts";
import { PUBLISHED_SHARE } from "../scoring/index.ts";
import { categoryViews } from "./category-view.ts";
import type { CategoryView } from "./category-view.ts";
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
import { progressOf } from "./run-identity.ts";
import { hasSoundScores, soundTable } from "./sound-table.ts";
import type { SoundTable } from "./sound-table.ts";
import { wrapped } from "./text-table.ts";

/** What there is to report of one category: the published metric, and the sound ones where measured. */
export interface CategoryReport {
  readonly category: Category;
  /** `null` where all items were scored by the same scorers. */
  readonly mixed: readonly ScorerGroup[] | null;
  readonly published: Leaderboard;
  /** `null` where no item was scored by the sound metrics. */
  readonly sound: SoundTable | null;
}

/** What there is to report of one run: its first category, and the others beside it. */
export interface RunReport extends CategoryReport {
  readonly format: "findbench-report";
  readonly version: 1;
  readonly beside: readonly CategoryReport[];
  /** Suites whose tags are not known, so that groups by tag are left out, and why. */
  readonly withoutTags: readonly UntaggedSuite[];
}

/** A suite whose truths are not at hand. */
export interface UntaggedSuite {
  readonly name: string;
  /** What was expected, what came and what to do, without the suite's path. */
  readonly why: string;
}

/** What a report may be asked for, and what it is told. */
export interface ReportOptions extends LeaderboardOptions {
  readonly withoutTags?: readonly UntaggedSuite[];
}

/** The report of a run; expects one outcome per item, as `lastOutcomes` gives them. */
export function runReport(
  manifest: RunManifest,
  outcomes: readonly Outcome[],
  { withoutTags = [], ...options }: ReportOptions = {},
): RunReport {
  const partial = progressOf(manifest, outcomes.length);
  const reportOf = (view: CategoryView): CategoryReport => {
    const { category } = view;
    const metric = options.metric ?? PUBLISHED_SHARE[category];
    return {
      category,
      mixed: mixedScorers(view.outcomes),
      published: { ...leaderboard(view.manifest, view.outcomes, { metric }), partial },
      sound: hasSoundScores(view.outcomes)
        ? { ...soundTable(view.manifest, view.outcomes, category), partial }
        : null,
    };
  };
  const [first, ...beside] = categoryViews(manifest, outcomes).map(reportOf);
  if (first === undefined)
    throw new BenchError("internal", "Expected a category; got none; report a run with outcomes");
  return { format: "findbench-report", version: 1, ...first, beside, withoutTags };
}

/** The report for a terminal: by category the published table, the sound ones below. */
export function renderReport(report: RunReport, options: RenderOptions = {}): string {
  const { width = 100 } = options;
  const untagged = untaggedLines(report).map((line) => `${wrapped(line, width)}\n\n`);
  return untagged.join("") + renderCategories(report, options);
}

/** Why groups by tag are missing. */
function untaggedLines({ withoutTags }: RunReport): string[] {
  return withoutTags.map(
    ({ name, why }) =>
      `Without groups by tag, such as plain or corrupted: the truths of suite ${name} are not at hand. ${why}.`,
  );
}

function renderCategories(report: RunReport, options: RenderOptions): string {
  if (report.beside.length === 0) return renderCategory(report, options);
  const { width = 100, colour = false } = options;
  const heading = (text: string): string => paletteOf(colour).strong(wrapped(text, width));
  return [report, ...report.beside]
    .map((part) => `${heading(CATEGORY_TITLE[part.category])}\n\n${renderCategory(part, options)}`)
    .join("\n\n\n");
}

const CATEGORY_TITLE = { numeric: "FUNCTIONS OF NUMBERS", strings: "FUNCTIONS OF TEXTS" } as const;

function renderCategory(
  { mixed, published, sound }: CategoryReport,
  options: RenderOptions,
): string {
  const { width = 100, colour = false } = options;
  const parts = [renderLeaderboard(published, options)];
  if (sound !== null) parts.push(renderSound(sound, options));
  const text = parts.join("\n\n\n");
  if (mixed === null) return text;
  return `${paletteOf(colour).alarm(wrapped(mixedLine(mixed), width))}\n${text}`;
}

/** The report as Markdown, the parts under headings of their own. */
export function renderReportMarkdown(report: RunReport): string {
  const untagged = untaggedLines(report).map((line) => `**${line}**\n\n`);
  return untagged.join("") + markdownOfCategories(report);
}

function markdownOfCategories(report: RunReport): string {
  if (report.beside.length === 0) return markdownOf(report);
  return [report, ...report.beside]
    .map((part) => `# ${MARKDOWN_TITLE[part.category]}\n\n${markdownOf(part)}`)
    .join("\n");
}

const MARKDOWN_TITLE = { numeric: "Functions of numbers", strings: "Functions of texts" } as const;

function markdownOf({ mixed, published, sound }: CategoryReport): string {
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
