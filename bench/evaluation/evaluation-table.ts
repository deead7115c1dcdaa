import {
  bootstrapInterval,
  chanceFrom,
  mean,
  quantile,
  wilsonInterval,
} from "../../src/core/index.ts";
import type { Interval } from "../../src/core/index.ts";
import type { Evaluated } from "./evaluate.ts";
import { isIn, problemGroups } from "./groups-of-problems.ts";
import { claimsExactly, isLaw, valueOf, visibleOverlap } from "./judge.ts";

interface Column {
  readonly title: string;
  /** The cell for a group's problems. */
  readonly cell: (group: readonly Evaluated[]) => string;
}

const columns: readonly Column[] = [
  { title: "n", cell: (group) => String(group.length) },
  { title: "published", cell: (group) => rateOf(group, "nmse<0.1") },
  { title: "form", cell: (group) => rateOf(group, "form") },
  { title: "law", cell: (group) => rateOf(group, "law") },
  { title: "network law", cell: (group) => rateOf(group, "network.law") },
  { title: "region IoU", cell: (group) => average(group.map(visibleOverlap)) },
  { title: "false region", cell: (group) => rateOf(group, "corruption.stated.false") },
  { title: "noise kind", cell: (group) => rateOf(group, "noise.kind") },
  { title: "noise scale", cell: (group) => rateOf(group, "noise.scale") },
  { title: "claims exact", cell: (group) => claims(group, () => true) },
  { title: "falsely", cell: (group) => claims(group, (evaluated) => !isLaw(evaluated)) },
  { title: "queries", cell: (group) => mean(queries(group)).toFixed(0) },
  {
    title: "CPU ms: median, p90, max",
    cell: (group) =>
      [0.5, 0.9, 1]
        .map((p) =>
          figure(
            quantile(
              group.map(({ answer }) => answer.time),
              p,
            ),
          ),
        )
        .join(", "),
  },
];

/** A table of what was measured, a row per kind of problem, with 95 % confidence intervals. */
export function evaluationTable(evaluated: readonly Evaluated[]): string {
  const rows = problemGroups.flatMap((group) => {
    const own = evaluated.filter(({ problem }) => isIn(group, problem.truth.tags));
    return own.length === 0 ? [] : [[group.title, ...columns.map(({ cell }) => cell(own))]];
  });
  const head = ["", ...columns.map(({ title }) => title)];
  return aligned([head, ...rows]);
}

function aligned(rows: readonly (readonly string[])[]): string {
  const [head = []] = rows;
  const used = head.map((_, i) => i === 0 || rows.slice(1).some((row) => row[i] !== ""));
  const widths = head.map((_, i) => Math.max(...rows.map((row) => (row[i] ?? "").length)));
  const line = (row: readonly string[]): string =>
    `| ${row.flatMap((cell, i) => (used[i] ? [cell.padEnd(widths[i] ?? 0)] : [])).join(" | ")} |`;
  const rule = line(widths.map((width) => "-".repeat(width)));
  return [line(head), rule, ...rows.slice(1).map(line)].join("\n");
}

function rateOf(group: readonly Evaluated[], metric: string): string {
  if (!group.some(({ scores }) => Object.hasOwn(scores, metric))) return "";
  return rate(group.map((evaluated) => valueOf(evaluated, metric)));
}

function rate(values: readonly (number | null)[]): string {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return "";
  const hits = known.reduce((sum, value) => sum + value, 0);
  return estimate(hits / known.length, wilsonInterval(hits, known.length));
}

/** How many claim to be exact and are as told; nothing where nobody says how sure it is. */
function claims(group: readonly Evaluated[], isCounted: (each: Evaluated) => boolean): string {
  const isMeasured = group.some(({ scores }) => Object.hasOwn(scores, "length"));
  const isTold = group.some(({ answer }) => answer.interpretation.confidence !== null);
  if (!isMeasured || !isTold) return "";
  return rate(group.map((each) => Number(claimsExactly(each) && isCounted(each))));
}

function average(values: readonly (number | null)[]): string {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return "";
  const chance = chanceFrom("evaluation").fork("overlap");
  return estimate(
    mean(known),
    bootstrapInterval(
      known.map((value) => [value]),
      { chance },
    ),
  );
}

function estimate(value: number, { low, high }: Interval): string {
  return `${share(value)} (${share(low)}–${share(high)})`;
}

function share(value: number): string {
  return value.toFixed(3).replace(/^0/u, "");
}

function queries(group: readonly Evaluated[]): readonly number[] {
  return group.map(({ answer }) => answer.queries);
}

function figure(value: number): string {
  return String(Number(value.toPrecision(2)));
}
