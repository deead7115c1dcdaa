import { metricFacts } from "../summaries/index.ts";
import type { Comparison, ComparisonRow, ComparisonSide } from "./comparison.ts";
import { counted, percent, points, probability } from "./figures.ts";
import { byFrequency, listedReasons, toldReasons } from "./left-out-notes.ts";
import { repeatFacts } from "./run-identity.ts";

/** The names of both sides, told apart by a setting where the interpreter is the same. */
export function sideNames({ left, right, settings }: Comparison): { left: string; right: string } {
  if (left.interpreter !== right.interpreter)
    return { left: left.interpreter, right: right.interpreter };
  const apart = settings.find(({ name }) => name !== "suites");
  const label = (setting: string | undefined, side: string): string =>
    apart === undefined ? side : `${apart.name} ${setting ?? ""}`;
  return {
    left: `${left.interpreter} (${label(apart?.left, "left")})`,
    right: `${right.interpreter} (${label(apart?.right, "right")})`,
  };
}

/** The first line: what is measured. */
export function comparisonTitle({ metric, category }: Comparison): string {
  return `${metricTitle(metric, category)}; paired, with 95 % intervals`;
}

/** A sentence per side whose run is unfinished. */
export function partialLines(comparison: Comparison): string[] {
  const names = sideNames(comparison);
  const line = (name: string, { partial }: ComparisonSide): string[] =>
    partial === null
      ? []
      : [`PARTIAL: ${name} has done ${partial.done} of ${partial.expected} items.`];
  return [...line(names.left, comparison.left), ...line(names.right, comparison.right)];
}

/** What a metric is, in words. */
function metricTitle(metric: string, category: string): string {
  const { title, meaning, better } = metricFacts(metric, category);
  if (meaning === "") return `Mean of ${metric}, in %`;
  return `${title} (\`${metric}\`), in %, ${better} is better: ${meaning.replace(/\.$/u, "")}`;
}

const ALPHA = 0.05;

/** The answer in a sentence: which side is ahead on everything, by how much, how surely. */
export function verdict(comparison: Comparison): string {
  const all = comparison.rows[0];
  const names = sideNames(comparison);
  if (all !== undefined && all.nothingScored.length > 0) return notCompared(comparison, all);
  if (all === undefined || all.difference === null)
    return all !== undefined && Object.keys(all.leftOut).length > 0
      ? `Nothing to compare: ${listedReasons(byFrequency(all.leftOut))} on every item that both sides have done.`
      : "Nothing to compare: the two sides have no finished item in common.";
  const p = `p ${pText(all.adjustedP)}${comparison.pairsCompared > 1 ? ", Holm-corrected" : ""}`;
  const { value, low, high } = all.difference;
  if (all.adjustedP > ALPHA)
    return `${names.left} and ${names.right} cannot be told apart on ${counted(all.problems, "shared problem")} (${p}): the difference is ${points(value)} points (95 % interval ${points(low)} to ${points(high)}).`;
  const leftAhead = all.wins > all.losses;
  const [ahead, behind] = leftAhead ? [names.left, names.right] : [names.right, names.left];
  const isPositive =
    leftAhead !== (metricFacts(comparison.metric, comparison.category).better === "lower");
  const [gain, least, most] = isPositive ? [value, low, high] : [-value, -high, -low];
  const differing = all.wins + all.losses;
  return `${ahead} beats ${behind} on ${Math.max(all.wins, all.losses)} of the ${counted(differing, "problem")} where they differ (${p}), by ${percent(gain, 1)} points over all ${all.problems} shared problems (95 % interval ${percent(least, 1)} to ${percent(most, 1)}).`;
}

/** Which side has nothing that could be compared, and why. */
function notCompared(comparison: Comparison, all: ComparisonRow): string {
  const names = sideNames(comparison);
  const told = all.nothingScored.map((side) => {
    const reasons = byFrequency({ ...all.leftOut, ...all.unscored[side] });
    const why = reasons.length === 0 ? "" : ` (${listedReasons(reasons)})`;
    return `nothing of ${names[side]} was scored by it${why}`;
  });
  return `Not compared: ${told.join(", and ")}.`;
}

function pText(p: number): string {
  const text = probability(p);
  return text.startsWith("<") ? text : `= ${text}`;
}

/** Everything below the table, one remark a line, the way to repeat the runs last. */
export function comparisonNotes(comparison: Comparison): string[] {
  const { left, right, settings } = comparison;
  const all = comparison.rows[0];
  const names = sideNames(comparison);
  const alone = (all?.onlyLeft ?? 0) + (all?.onlyRight ?? 0);
  const same = left.run.id === right.run.id;
  return [
    ...(settings.length === 0
      ? []
      : [
          `The runs differ in ${settings.map((s) => `${s.name} (${s.left} and ${s.right})`).join(", ")}.`,
        ]),
    ...(alone === 0
      ? []
      : [
          `Left out, done by one side only: ${names.left} ${all?.onlyLeft ?? 0}, ${names.right} ${all?.onlyRight ?? 0}.`,
        ]),
    ...untaggedNotes(comparison),
    ...leftOutNote(all),
    ...unscoredNote(comparison),
    `difference: ${names.left} minus ${names.right}, in percentage points, paired bootstrap over problems.`,
    "wins, losses, ties: problems on which the left side does better, worse, as well.",
    `p: exact McNemar test of wins against losses; ${comparison.pairsCompared > 1 ? `on all Holm-corrected over ${comparison.pairsCompared} pairs, ` : ""}on the subsets Holm-corrected.`,
    ...(same
      ? [`Repeat with: ${repeatFacts(left.run).join("; ")}.`]
      : [
          `Repeat ${names.left} with: ${repeatFacts(left.run).join("; ")}.`,
          `Repeat ${names.right} with: ${repeatFacts(right.run).join("; ")}.`,
        ]),
  ];
}

function untaggedNotes({ withoutTags }: Comparison): string[] {
  return withoutTags.map(
    ({ name, why }) =>
      `Without subsets by tag: the truths of suite ${name} are not at hand. ${why}.`,
  );
}

/** Pairs that count nowhere. */
function leftOutNote(all: ComparisonRow | undefined): string[] {
  const reasons = byFrequency(all?.leftOut ?? {});
  return reasons.length === 0
    ? []
    : [`Left out of both rows, for no fault of a method (pairs): ${listedReasons(reasons)}.`];
}

/** A method's own reasons, which count against it. */
function unscoredNote(comparison: Comparison): string[] {
  const [all] = comparison.rows;
  if (all === undefined || all.pairs === 0) return [];
  const names = sideNames(comparison);
  const told = (["left", "right"] as const).flatMap(
    (side) =>
      toldReasons({
        name: names[side],
        items: all.pairs,
        reasons: byFrequency(all.unscored[side]),
      }) ?? [],
  );
  return told.length === 0 ? [] : [`Unscored, counted as not passed: ${told.join("; ")}.`];
}
