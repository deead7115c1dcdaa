import { metricFacts } from "../summaries/index.ts";
import { ownerOf } from "../scoring/index.ts";
import { cellInterval, cellValue } from "./cell-figures.ts";
import { percent, probability } from "./figures.ts";
import { listedReasons } from "./left-out-notes.ts";
import type { ReasonCount } from "./left-out-notes.ts";
import type { Row } from "./section.ts";
import type { LocalRow, LocalVerdict, UnscoredRow, Verdict } from "./verdict.ts";
import { valueOf } from "./section.ts";

/** The verdict on a category in sentences, the most important first. */
export function verdictSentences(verdict: Verdict, category: string): string[] {
  return [
    leadSentence(verdict),
    ...(verdict.local === null ? [] : localSentences(verdict, verdict.local)),
    ...unscoredSentences(verdict, category),
    ...tiedSentences(verdict),
  ];
}

/** Who leads, by how much, and who cannot be told apart from that. */
function leadSentence({ metric, summary, tied }: Verdict): string {
  const contestants = summary.rows.filter(
    ({ role, group }) => role === "contestant" && group !== null,
  );
  const [first, second] = contestants;
  if (first === undefined) return `No method has a figure by ${metric}.`;
  const figure = `${shareOf(first)} on ${metric}`;
  if (second === undefined) return `${first.name} has ${figure}; no other method to compare with.`;
  const others = [...new Set(tied.filter((set) => set.includes(first.name)).flat())].filter(
    (name) => name !== first.name,
  );
  if (others.length === 0)
    return `${first.name} leads: ${figure}, ahead of ${second.name} with ${cellValue("percent", second.cells[0])}.`;
  return `${first.name} is highest (${figure}), but cannot be told apart from ${listed(others)}.`;
}

function shareOf({ cells: [cell] }: Row): string {
  return `${cellValue("percent", cell)} % [${cellInterval("percent", cell)}]`;
}

function tiedSentences({ tied, summary }: Verdict): string[] {
  const first = summary.rows.find(({ role }) => role === "contestant")?.name ?? "";
  const sets = tied.filter((set) => !set.includes(first));
  return sets.length === 0
    ? []
    : [`Not told apart either: ${sets.map((set) => listed(set)).join("; ")}.`];
}

/** From so much on a share counts as having something. */
const HALF = 0.5;
/** A smaller difference of shares is none to decide by, however sure it is. */
const LEAST = 0.1;
const ALPHA = 0.05;

/** Who has the rule and misses the exceptions, and who traces them without the rule. */
function localSentences({ summary }: Verdict, local: LocalVerdict): string[] {
  const at = (head: string): number =>
    summary.columns.findIndex(({ metric, subset }) => metric === head && subset === local.tag);
  const [rule, inside] = [at(local.rule), at(local.exceptions)];
  const valueAt = ({ name }: LocalRow, column: number): number =>
    valueOf(summary.rows.find((row) => row.name === name)?.cells[column]) ?? 0;
  const told = (row: LocalRow): string =>
    `${row.name} (${percent(valueAt(row, rule), 0)} against ${percent(valueAt(row, inside), 0)}, p ${pText(row.p)})`;
  const gap = (row: LocalRow): number => valueAt(row, rule) - valueAt(row, inside);
  const apart = local.rows.filter((row) => row.p <= ALPHA && Math.abs(gap(row)) >= LEAST);
  const missing = apart.filter((row) => gap(row) > 0 && row.better > row.worse);
  const tracing = apart.filter((row) => gap(row) < 0 && row.better < row.worse);
  const both = local.rows.filter(
    (row) => !apart.includes(row) && valueAt(row, rule) >= HALF && valueAt(row, inside) >= HALF,
  );
  const n = `${local.problems} with a ${local.noun}`;
  if (apart.length === 0)
    return [
      `Rule against ${local.noun} (n ${local.problems}): no method does surely better on one${both.length === 0 ? "" : `; both at least by half: ${listed(both.map(({ name }) => name))}`}.`,
    ];
  return [
    ...(missing.length === 0
      ? []
      : [`The rule, but not the ${local.noun} (${n}): ${listed(missing.map(told))}.`]),
    ...(tracing.length === 0
      ? []
      : [`The ${local.noun} without the rule: ${listed(tracing.map(told))}.`]),
    ...(both.length === 0 ? [] : [`Both: ${listed(both.map(({ name }) => name))}.`]),
  ];
}

function pText(p: number): string {
  const text = probability(p);
  return text.startsWith("<") ? text : `= ${text}`;
}

/** What was unscored, and whose fault that is. */
function unscoredSentences({ metric, unscored }: Verdict, category: string): string[] {
  const own = unscored.filter((row) => row.own.length > 0);
  const problem = ofOwner(unscored, "problem");
  const setup = ofOwner(unscored, "setup");
  const { title } = metricFacts(metric, category);
  const shared = problem.length > 1 && problem.every(({ text }) => text === problem[0]?.text);
  return [
    ...(own.length === 0
      ? []
      : [
          `Unscored by the methods' own fault, counted against them: ${alike(
            own.map((row) => ({
              name: row.name,
              text: `${totalOf(row.own)} of ${row.items} (${listedReasons(row.own)})`,
            })),
          )}.`,
        ]),
    ...(problem.length === 0
      ? []
      : [
          `Left out, nothing to measure by ${title}: ${shared ? `of every row ${problem[0]?.text ?? ""}` : alike(problem)}.`,
        ]),
    ...(setup.length === 0
      ? []
      : [`Left out, a fault of the set-up and not of the method: ${alike(setup)}.`]),
  ];
}

function ofOwner(
  rows: readonly UnscoredRow[],
  owner: "problem" | "setup",
): { readonly name: string; readonly text: string }[] {
  return rows.flatMap(({ name, leftOut }) => {
    const these = leftOut.filter(
      ({ reason }) => (ownerOf(reason) === "problem") === (owner === "problem"),
    );
    return these.length === 0 ? [] : [{ name, text: listedReasons(these) }];
  });
}

/** Rows with what is said of them, those of which the same is said together. */
function alike(rows: readonly { readonly name: string; readonly text: string }[]): string {
  const texts = [...new Set(rows.map(({ text }) => text))];
  return texts
    .map((text) => {
      const names = rows.filter((row) => row.text === text).map(({ name }) => name);
      return `${listed(names)}${names.length > 1 ? " each" : ""} ${text}`;
    })
    .join("; ");
}

function totalOf(reasons: readonly ReasonCount[]): number {
  return reasons.reduce((sum, { count }) => sum + count, 0);
}

/** `a`, `a and b`, `a, b and c`. */
function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}
