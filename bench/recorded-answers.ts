// GPT-4's released answers beside `lookup` with 10 and 64 queries, on the approximated functions of
// the folder that FIND_DATA names which GPT-4 answered: both kinds of metric, and in pairs.
// `npx tsx bench/recorded-answers.ts [picture.svg]` prints the tables, and draws the first one.
// Fails where GPT-4 does not pass 15 ± 2 of them, which is what the released scorer gives.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { argv, exit, stdout } from "node:process";
import { importFind, reportRuns, startRun } from "../src/app/index.ts";
import type { MetricFamily } from "../src/contract/index.ts";
import { median } from "../src/core/index.ts";
import { comparison } from "../src/report/index.ts";
import type { ComparedSide, RunReport } from "../src/report/index.ts";
import { outcomeTable } from "../src/summaries/index.ts";
import { openRunFolder } from "../src/store/index.ts";
import {
  answerLines,
  numericAnswers,
  readReleasedAnswers,
  releasedData,
} from "../scripts/released-answers.ts";
import { drawFigures } from "./draw-figures.ts";
import type { FigureRow } from "./draw-figures.ts";
import { columns, figureRow, markdownRow } from "./figure-columns.ts";

/** Import seeds: what is trained anew differs. The tables are of the first. */
const SEEDS = Array.from({ length: 10 }, (_, i) => String(i));
const BUDGETS = [10, 64] as const;
const EXPECTED = { passed: 15, within: 2 };
/** The first that no network serves; those before it are the approximated ones. */
const AFTER_LAST = "f00150";
const GPT_4 = "answers:GPT-4";
const PAIRED = ["nmse<0.1", "agreement", "extrapolation", "form", "network.law"] as const;

const never = new AbortController().signal;
const data = releasedData();
const records = await readReleasedAnswers(data);
const answers = { last: numericAnswers(records, "last"), first: numericAnswers(records, "first") };
const problems = [...answers.last.keys()].filter((id) => id < AFTER_LAST);
const twice = problems.filter((id) => answers.first.get(id) !== answers.last.get(id));
const scratch = await mkdtemp(join(tmpdir(), "findbench-answers-"));
let reached = true;
try {
  const file = join(scratch, "GPT-4.jsonl");
  const firstFile = join(scratch, "first.jsonl");
  await writeFile(file, answerLines(answers.last));
  await writeFile(firstFile, answerLines(answers.first));
  for (const seed of SEEDS) {
    const request = { folder: data, out: suite(seed), seed, categories: ["numeric"] };
    await importFind({ ...request, expressions: null }, never);
  }

  const runs = await Promise.all(
    BUDGETS.map((budget) => run(`main-${budget}`, SEEDS[0] ?? "0", budget, file)),
  );
  const rows = await tableRows(runs);
  stdout.write(`${problems.length} functions; of ${twice.join(", ")} the later answer\n\n`);
  stdout.write(`| interpreter | queries | ${columns.map(({ head }) => head).join(" | ")} |\n`);
  stdout.write(`| :-- | --: | ${columns.map(() => "--:").join(" | ")} |\n`);
  for (const row of rows) stdout.write(`${markdownRow(row)}\n`);
  await printPairs(runs);

  const counts = await Promise.all(SEEDS.map((seed) => passedBy(`seed-${seed}`, seed, file)));
  const first = await passedBy("first", SEEDS[0] ?? "0", firstFile);
  const own = counts[0] ?? NaN;
  stdout.write(`\nGPT-4 passes, import seeds ${SEEDS.join(", ")}: ${counts.join(", ")}\n`);
  stdout.write(`With the first answers to ${twice.join(", ")} instead: ${first}\n`);
  const typical = median(counts);
  reached = [own, typical].every((n) => Math.abs(n - EXPECTED.passed) <= EXPECTED.within);
  stdout.write(
    `${reached ? "ok  " : "FAIL"} ${own} of ${problems.length}, median ${typical}, expected ${EXPECTED.passed} ± ${EXPECTED.within}\n`,
  );
  const [, , picture] = argv;
  if (picture !== undefined) await writeFile(picture, drawFigures(columns, rows));
} finally {
  await rm(scratch, { recursive: true, force: true });
}
exit(reached ? 0 : 1);

function suite(seed: string): string {
  return join(scratch, `suite-${seed}`);
}

async function run(
  name: string,
  seed: string,
  budget: number,
  file: string,
  metrics: readonly MetricFamily[] = ["published", "sound"],
): Promise<string> {
  const out = join(scratch, name);
  const plan = { interpreters: ["lookup", `answers:${file}`], budget, rounds: null, epochs: 1 };
  const selection = { problems, limit: null };
  const clock = { now: () => Date.now() };
  await startRun(
    { ...plan, ...selection, suites: [suite(seed)], metrics, seed: "0", out },
    { concurrency: 4, durability: "os", timeLimit: 3600, clock },
    never,
  );
  return out;
}

/** GPT-4, then `lookup` by what it spent, then the run's own rows. */
async function tableRows(folders: readonly string[]): Promise<readonly FigureRow[]> {
  const reports = await reportRuns(folders);
  const [first] = reports;
  if (first === undefined) return [];
  const lookups = reports.map((report) => figureRow(report, "lookup"));
  const others = ["oracle", "chance"].map((id) => figureRow(first, id));
  return [figureRow(first, GPT_4), ...lookups, ...others];
}

async function printPairs(folders: readonly string[]): Promise<void> {
  stdout.write(
    "\n| lookup minus GPT-4 | queries | n | difference in points | wins, losses, ties | p |\n",
  );
  stdout.write("| :-- | --: | --: | --: | --: | --: |\n");
  for (const [i, folder] of folders.entries()) {
    for (const metric of PAIRED) {
      const left = await sideOf(folder, "lookup");
      const right = await sideOf(folder, GPT_4);
      const [all] = comparison(left, right, { metric }).rows;
      if (all === undefined || all.difference === null) continue;
      const { wins, losses, ties, p, pairs, difference } = all;
      const [value, low, high] = [difference.value, difference.low, difference.high].map((share) =>
        (100 * share).toFixed(1),
      );
      const shown = p < 0.0001 ? "< 0.0001" : p.toPrecision(2);
      stdout.write(
        `| ${metric} | ${BUDGETS[i]} | ${pairs} | ${value} [${low}, ${high}] | ${wins}, ${losses}, ${ties} | ${shown} |\n`,
      );
    }
  }
}

async function sideOf(folder: string, interpreter: string): Promise<ComparedSide> {
  const { store } = await openRunFolder(folder, { forWriting: false });
  try {
    return {
      manifest: store.manifest,
      interpreter,
      outcomes: await outcomeTable(store.outcomes()),
    };
  } finally {
    await store.close();
  }
}

/** How many functions a file's answers pass on a suite. */
async function passedBy(name: string, seed: string, file: string): Promise<number> {
  const [report] = await reportRuns([await run(name, seed, 10, file, ["published"])]);
  const [id] = report === undefined ? [] : answersIn(report);
  const estimate = report === undefined ? null : figureRow(report, id ?? "").cells[0];
  return Math.round((estimate?.value ?? NaN) * (estimate?.n ?? NaN));
}

/** Names of the rows that stand for recorded answers. */
function answersIn({ categories }: RunReport): readonly string[] {
  const names = categories.flatMap(({ sections }) => sections.flatMap(({ rows }) => rows));
  return names.map(({ name }) => name).filter((name) => name.startsWith("answers:"));
}
