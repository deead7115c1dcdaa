import { metricCatalogue } from "../scoring/index.ts";
import { counted, errorFigure, range } from "./figures.ts";
import { byFrequency } from "./leaderboard.ts";
import {
  LEFT_OUT_OF_ALL,
  listedReasons,
  ownLeftOutNotes,
  sharedReasons,
  toldReasons,
} from "./left-out-notes.ts";
import type { RowReasons } from "./left-out-notes.ts";
import { repeatFacts } from "./run-identity.ts";
import type { SoundSection, SoundTable } from "./sound-table.ts";

/** The heading of the list of error against length. */
export const FRONT_TITLE = "Error against length: median error (1 − R²) and median length of code";

/** The line that goes before everything else while a run is unfinished. */
export function soundPartialLine({ partial }: SoundTable): string | null {
  if (partial === null) return null;
  return `PARTIAL: ${partial.done} of ${partial.expected} items are done; every figure may still change.`;
}

/** What stands below a section: why figures are missing, and what its columns mean. */
export function sectionNotes(table: SoundTable, section: SoundSection): string[] {
  const isFirst = section === table.sections[0] && showsRank(table, section);
  const subsets = section.columns.map(({ subset }) => subset);
  return [
    ...(isFirst ? missNotes(section) : []),
    ...leftOutOfSection(section),
    ...(isFirst && section.rows.some(({ role, group }) => role === "contestant" && group === null)
      ? [notCompared(table, section)]
      : []),
    ...meanings(section),
    ...(subsets.includes("trivial") ? [TRIVIAL] : []),
    ...(isFirst && showsLetters(table) ? [lettersNote(table)] : []),
  ];
}

const TRIVIAL =
  "trivial: plain functions that truly are a constant, a line or a polynomial, on which a baseline of that kind is right without having understood anything; plain is without them.";

function lettersNote({ rankedBy }: SoundTable): string {
  return `group: contestants that share a letter cannot be told apart by ${rankedBy} (paired McNemar tests, Holm-corrected, 5 %).`;
}

/** What the mark of the front means. */
export const FRONT_NOTE =
  "*: on the front; no other contestant is as short and as exact, and better in one.";

/** What holds for all tables, the way to repeat the run last. */
export function soundNotes(table: SoundTable): string[] {
  return [
    ...calibrationNotes(table),
    sizeNote(table),
    `Repeat with: ${repeatFacts(table.run).join("; ")}.`,
  ];
}

/** Whether there are contestants to be told apart, and a figure to tell them apart by. */
export function showsLetters(table: SoundTable): boolean {
  const [first] = table.sections;
  if (first === undefined || !showsRank(table, first)) return false;
  return first.rows.filter(({ role }) => role === "contestant").length > 1;
}

/** Whether a section shows what rows are ranked by: none does where no problem's law is known. */
function showsRank({ rankedBy }: SoundTable, { columns }: SoundSection): boolean {
  return columns.some(({ metric }) => metric === rankedBy);
}

/** What each column means, with what chance and the oracle get. */
function meanings({ columns }: SoundSection): string[] {
  return [...new Set(columns.map(({ metric }) => metric))].map((metric) => {
    const { title, meaning, note, better } = metricCatalogue[metric];
    const direction = better === "lower" ? " Lower is better:" : " Higher is better:";
    return `${title}: ${meaning}${direction} ${note}.`;
  });
}

/** Why the first column lacks figures that then count as failures. */
function missNotes({ rows }: SoundSection): string[] {
  const parts = rows.flatMap(
    ({ interpreter, cells: [cell] }) =>
      toldReasons(interpreter, cell?.items ?? 0, byFrequency(cell?.unscored ?? {})) ?? [],
  );
  return parts.length === 0 ? [] : [`Unscored, counted as not known: ${parts.join("; ")}.`];
}

/** What is left out of the section's figures for reasons of ours, each metric once. */
function leftOutOfSection({ columns, rows }: SoundSection): string[] {
  const reasonsAt = (index: number): RowReasons[] =>
    rows.map(({ interpreter, cells }) => ({
      name: interpreter,
      items: cells[index]?.items ?? 0,
      reasons: byFrequency(cells[index]?.leftOut ?? {}),
    }));
  const metrics = columns.map(({ metric }) => metric);
  const first = [...metrics.keys()].filter(
    (index) => metrics.indexOf(columns[index]?.metric ?? "law") === index,
  );
  const shared = first.flatMap((index) => {
    const reasons = sharedReasons(reasonsAt(index));
    const title = columns[index] === undefined ? "" : metricCatalogue[columns[index].metric].title;
    return reasons.length === 0 ? [] : [`${title} ${listedReasons(reasons)}`];
  });
  const own = first
    .map((index) => ownLeftOutNotes(reasonsAt(index)))
    .find((notes) => notes.length > 0);
  return [
    ...(shared.length === 0 ? [] : [`${LEFT_OUT_OF_ALL}: ${shared.join("; ")}.`]),
    ...(own ?? []),
  ];
}

/** Contestants of which nothing was scored. */
function notCompared({ rankedBy }: SoundTable, { rows }: SoundSection): string {
  const names = rows.flatMap(({ interpreter, role, group }) =>
    role === "contestant" && group === null ? [interpreter] : [],
  );
  return `Not compared, since ${rankedBy} could not be scored once: ${names.join(", ")}.`;
}

function calibrationNotes({ calibration, rankedBy }: SoundTable): string[] {
  return calibration.map(({ interpreter, n, brier, bins }) => {
    const curve = bins.flatMap(({ confidence, success }) =>
      confidence === null || success === null
        ? []
        : [`${confidence.toFixed(2)} → ${success.value.toFixed(2)} (n ${success.n})`],
    );
    const score =
      brier === null ? "–" : `${errorFigure(brier.value)} [${range(brier, errorFigure)}]`;
    return `Confidence of ${interpreter} against ${rankedBy}: Brier ${score} over ${counted(n, "item")}; said → right: ${curve.join(", ")}.`;
  });
}

function sizeNote({ run }: SoundTable): string {
  const tried = run.epochs > 1 ? `, each tried ${counted(run.epochs, "time")}` : "";
  return `n: problems${tried}; subsets overlap. Rates are over all items that could be measured, a method's unscored ones counting as not passed; medians and means over the scored ones. n is given where it is smaller. Intervals: Wilson's for plain rates, otherwise bootstrap over problems.`;
}
