import { access } from "node:fs/promises";
import { join } from "node:path";
import { BenchError, similarTo } from "../core/index.ts";
import type { RunManifest } from "../contract/index.ts";
import { categoryFacts, FAILED, missAt, PRESENT } from "../summaries/index.ts";
import type { OutcomeRow, OutcomeTable, TableProblem } from "../summaries/index.ts";
import { openSuite } from "../suite/index.ts";
import { loadRun } from "./load-run.ts";

/** A problem in a list, as plain data. */
export interface ListedProblem {
  readonly id: string;
  /** Hash of its suite. */
  readonly suite: string;
  readonly category: string;
  /** `null` where the suite's truths are not at hand. */
  readonly tags: readonly string[] | null;
  /** By interpreter: the leading metric, or why there is none; empty in a list of a suite. */
  readonly results: { readonly [interpreter: string]: number | string };
}

/** The problems of a suite or of a run, one at a time: there may be very many. */
export interface ProblemList {
  /** The interpreters that have results, in the run's order. */
  readonly interpreters: readonly string[];
  readonly problems: AsyncIterable<ListedProblem> | Iterable<ListedProblem>;
}

/** Which problems are listed: those for which everything that is given holds. */
export interface ListFilter {
  /** On which an item failed, so that there is no answer. */
  readonly failed: boolean;
  /** On which an item is not fully right by the leading metric, for whatever reason. */
  readonly unsolved: boolean;
  /** The interpreters that are looked at; all of the run if none. */
  readonly interpreters: readonly string[];
  /** With all of these tags. */
  readonly tags: readonly string[];
  /** Where suites are that were moved. */
  readonly suites: readonly string[];
}

/** The problems of a folder with a suite or a run. Throws `bad-argument` for what a suite has none of. */
export async function listProblems(folder: string, filter: ListFilter): Promise<ProblemList> {
  return (await isSuite(folder)) ? ofSuite(folder, filter) : ofRun(folder, filter);
}

async function isSuite(folder: string): Promise<boolean> {
  return access(join(folder, "suite.json")).then(
    () => true,
    () => false,
  );
}

async function ofSuite(folder: string, filter: ListFilter): Promise<ProblemList> {
  const { failed, unsolved, interpreters, tags } = filter;
  if (failed || unsolved || interpreters.length > 0)
    throw new BenchError(
      "bad-argument",
      `Expected the folder of a run with --failed, --unsolved and --interpreter; got a suite, in which nothing was done (${folder}); name a run, or leave these out`,
    );
  const { header, problems } = await openSuite(folder);
  async function* listed(): AsyncGenerator<ListedProblem> {
    for await (const { id, category, truth } of problems()) {
      if (!tags.every((tag) => truth.tags.includes(tag))) continue;
      yield { id, suite: header.hash, category, tags: truth.tags, results: {} };
    }
  }
  return { interpreters: [], problems: listed() };
}

async function ofRun(folder: string, filter: ListFilter): Promise<ProblemList> {
  const { manifest, outcomes, withoutTags } = await loadRun(folder, filter.suites);
  const [lacking] = withoutTags;
  if (filter.tags.length > 0 && lacking !== undefined)
    throw new BenchError(
      "truths-missing",
      `Expected the tags of suite ${lacking.name} for --tag; got none (${lacking.why}); list without --tag otherwise`,
    );
  const rows = rowsOf(manifest, outcomes, filter.interpreters);
  return {
    interpreters: rows.map(([interpreter]) => interpreter),
    problems: problemsOf(outcomes, rows, filter),
  };
}

type Rows = readonly (readonly [interpreter: string, row: OutcomeRow | undefined])[];

function rowsOf(
  { interpreters }: RunManifest,
  { rows }: OutcomeTable,
  named: readonly string[],
): Rows {
  const known = interpreters.map(({ id }) => id);
  const unknown = named.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new BenchError(
      "unknown-interpreter",
      `Expected interpreters among ${known.join(", ")}; got \`${unknown}\`; name some of these${similarTo(unknown, known)}`,
    );
  const contestants = interpreters.filter(({ role }) => role === "contestant").map(({ id }) => id);
  const shown = named.length > 0 ? named : contestants;
  return shown.map((interpreter) => [interpreter, rows.get(interpreter)]);
}

function* problemsOf(
  table: OutcomeTable,
  rows: Rows,
  { failed, unsolved, tags }: ListFilter,
): Generator<ListedProblem> {
  const { problems, problemOf, order } = table;
  const leading = leadingMetrics(table);
  for (let at = 0; at < order.length;) {
    const index = problemOf[order[at] ?? 0] ?? 0;
    const slots: number[] = [];
    for (; at < order.length && problemOf[order[at] ?? 0] === index; at += 1)
      slots.push(order[at] ?? 0);
    const problem = problems[index];
    if (problem === undefined || !tags.every((tag) => problem.tags?.includes(tag))) continue;
    const metric = leading(problem);
    const tries = rows.flatMap(([, row]) =>
      row === undefined
        ? []
        : slots.filter((slot) => row.statusAt(slot) !== 0).map((slot) => ({ row, slot })),
    );
    if (failed && !tries.some(({ row, slot }) => row.statusAt(slot) === FAILED)) continue;
    if (unsolved && !tries.some(({ row, slot }) => !isSolved(row, metric, slot))) continue;
    yield listed(problem, rows, slots, metric);
  }
}

function leadingMetrics({ rows }: OutcomeTable): (problem: TableProblem) => string {
  const metrics = [...new Set([...rows.values()].flatMap(({ scores }) => [...scores.keys()]))];
  const known = new Map<string, string>();
  return ({ category }) => {
    const metric = known.get(category);
    if (metric !== undefined) return metric;
    const { leading, published } = categoryFacts(category, metrics);
    const found = [leading, published].find((one) => one !== null && metrics.includes(one)) ?? "";
    known.set(category, found);
    return found;
  };
}

function isSolved(row: OutcomeRow, metric: string, slot: number): boolean {
  const column = row.scores.get(metric);
  return column?.stateAt(slot) === PRESENT && column.valueAt(slot) === 1;
}

function listed(
  { id, suite, category, tags }: TableProblem,
  rows: Rows,
  slots: readonly number[],
  metric: string,
): ListedProblem {
  const results: { [interpreter: string]: number | string } = {};
  for (const [interpreter, row] of rows) {
    const done = row === undefined ? [] : slots.filter((slot) => row.statusAt(slot) !== 0);
    if (row === undefined || done.length === 0) continue;
    results[interpreter] = resultOf(row, metric, done);
  }
  return { id, suite, category, tags: tags ?? null, results };
}

/** The mean over the tries that have a figure; without one, why the first has none. */
function resultOf(row: OutcomeRow, metric: string, slots: readonly number[]): number | string {
  const column = row.scores.get(metric);
  const values = slots.flatMap((slot) =>
    column?.stateAt(slot) === PRESENT ? [column.valueAt(slot)] : [],
  );
  if (values.length > 0) return values.reduce((a, b) => a + b, 0) / values.length;
  return missAt(row, column, slots[0] ?? 0)?.reason ?? "";
}
