// What a program as a method costs beside a method of this process, and many programs at once:
// `npx tsx bench/exec-rate.ts [--asks 2000] [--pairs 5] [--at-once 64] [--paper 1000]`.
// One input per ask, in-process and over the pipe in turn, so that a busy machine meets both.
import { copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { argv, execPath } from "node:process";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chanceFrom } from "../src/core/index.ts";
import type { Assignment, Probe } from "../src/contract/index.ts";
import { categoryOf } from "../src/categories/index.ts";
import { execMethod } from "../src/exec/index.ts";
import { openProbe } from "../src/harness/index.ts";
import { problemOf } from "../test/support/problem-of.ts";
import { figure, head, middle, row } from "./measure.ts";

const { values } = parseArgs({
  args: argv.slice(2),
  options: {
    asks: { type: "string", default: "2000" },
    pairs: { type: "string", default: "5" },
    "at-once": { type: "string", default: "64" },
    paper: { type: "string", default: "1000" },
  },
});
const asks = Number(values.asks);

/** Asks one input at a time and tells the median of what each took, in microseconds. */
const ONE_BY_ONE = `
import time
from findbench_method import serve
def method(problem):
    took = []
    for i in range(${asks}):
        start = time.perf_counter()
        problem.ask([i / 100])
        took.append(time.perf_counter() - start)
    problem.note("median", "microseconds", 1e6 * sorted(took)[len(took) // 2])
serve(method)
`;

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = await mkdtemp(join(tmpdir(), "findbench-bench-"));

function boxed(log: Assignment["log"]): Assignment {
  const problem = problemOf({ kind: "linear", slope: 2, intercept: 1 });
  const probe: Probe = openProbe({ problem, epoch: 1, budget: null, rounds: null });
  const form = categoryOf("numeric").form(problem.briefing.domain);
  const briefing = { ...problem.briefing, budget: null, rounds: null, form };
  return { probe, briefing, chance: chanceFrom("bench"), clock: { now: () => 0 }, log };
}

async function inProcess(): Promise<number> {
  const { probe } = boxed(() => undefined);
  const took: number[] = [];
  for (let i = 0; i < asks; i += 1) {
    const start = performance.now();
    await probe.ask([i / 100]);
    took.push(1000 * (performance.now() - start));
  }
  return middle(took);
}

function findbench(...parameters: readonly string[]): string {
  const loader = join(root, "node_modules/tsx/dist/loader.mjs");
  const all = ["--import", loader, join(root, "src/cli/main.ts"), ...parameters];
  const { status, stdout, stderr } = spawnSync(execPath, all, { cwd: folder, encoding: "utf8" });
  if (status !== 0) throw new Error(`Expected findbench to end well; got ${stderr}`);
  return stdout;
}

/** Rows of a run, each its outcomes without times. */
async function rowsOf(run: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = new Map<string, string[]>();
  const text = await readFile(join(folder, run, "outcomes.jsonl"), "utf8");
  for (const line of text.trimEnd().split("\n")) {
    const { item, status, usage, scores } = JSON.parse(line) as {
      item: { interpreter: string; problem: string };
      status: string;
      usage: object;
      scores: Record<string, unknown>;
    };
    const kept = rows.get(item.interpreter) ?? [];
    rows.set(item.interpreter, kept);
    kept.push(JSON.stringify([item.problem, status, usage, scores["nmse<0.1"]]));
  }
  return new Map([...rows].map(([name, lines]) => [name, lines.toSorted()]));
}

try {
  await copyFile(join(root, "python/findbench_method.py"), join(folder, "findbench_method.py"));
  await copyFile(join(root, "examples/exec/line.py"), join(folder, "line.py"));
  await writeFile(join(folder, "one.py"), ONE_BY_ONE);
  head(`One input per ask, ${asks} asks, ${values.pairs} pairs in turn, median µs`);
  const reach = { paths: [], variables: [], network: false, unconfined: false };
  const command = "/usr/bin/python3 one.py";
  const method = await execMethod({ command, folder, reach, version: "bench" });
  await method.open([]);
  const pairs: { readonly here: number; readonly there: number }[] = [];
  for (let pair = 0; pair < Number(values.pairs); pair += 1) {
    const here = await inProcess();
    let there = NaN;
    const log: Assignment["log"] = ({ data }) => (there = Number(data));
    await method.interpret(boxed(log), new AbortController().signal);
    pairs.push({ here, there });
  }
  await method.close();
  row("in this process", figure(middle(pairs.map(({ here }) => here))), "", null);
  row(
    "a program in Python behind walls",
    figure(middle(pairs.map(({ there }) => there))),
    "",
    null,
  );
  const over = middle(pairs.map(({ here, there }) => there - here));
  row("overhead", figure(over), "≤ 200", over <= 200);

  const count = values.paper;
  head(`${count} of \`paper\`, ${values["at-once"]} at once, published metric`);
  findbench("generate", "--recipe", "paper", "--seed", "exec", "--count", count, "--out", "suite");
  const start = performance.now();
  const names = "line,exec:/usr/bin/python3 line.py";
  const usual = ["--metrics", "published", "--budget", "64", "--concurrency", values["at-once"]];
  findbench("run", "suite", "--interpreter", names, ...usual, "--out", "run", "--quiet");
  const seconds = (performance.now() - start) / 1000;
  const rows = await rowsOf("run");
  const own = rows.get("exec:python3 line.py") ?? [];
  const builtIn = rows.get("line") ?? [];
  const same = own.filter((line, i) => line === builtIn[i]).length;
  row(
    "items of the program scored as those built in",
    `${same} of ${builtIn.length}`,
    "all",
    same === builtIn.length,
  );
  row("seconds for the run, all four rows", figure(seconds), "", null);
} finally {
  await rm(folder, { recursive: true, force: true });
}
