// What a run takes of the processor and of memory in one build of findbench, beside another:
// `npx tsx bench/run-rate.ts BEFORE/dist AFTER/dist [--count 500] [--pairs 5] [--seed bench]`.
// Each pair runs `paper`, both categories, with scientist, lookup and the references, all metrics, once
// in either build, in an order that turns; the outcomes have to be the same but for times.
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { argv, env, execPath, stdout } from "node:process";
import { parseArgs } from "node:util";
import { figure, head, middle, row } from "./measure.ts";

const { values, positionals } = parseArgs({
  args: argv.slice(2),
  allowPositionals: true,
  options: {
    count: { type: "string", default: "500" },
    pairs: { type: "string", default: "5" },
    seed: { type: "string", default: "bench" },
  },
});
const [before, after] = positionals.map((folder) => resolve(folder));
if (before === undefined || after === undefined)
  throw new Error("Expected the folders of two builds; got less; give BEFORE/dist AFTER/dist");
const pairs = Number(values.pairs);

/** What a process and its children took. */
interface Taken {
  /** Seconds of a processor, user and system. */
  readonly processor: number;
  /** Most MB of memory at a time, the process alone. */
  readonly memory: number;
}

/** Run by the measured process: tells what it took when it ends. Ticks of /proc are hundredths of a second. */
const TELLER = `
import { readFileSync, writeFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";
if (isMainThread) process.on("exit", () => {
  const fields = readFileSync("/proc/self/stat", "latin1").split(") ")[1].split(" ");
  const processor = fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / 100;
  const peak = /VmHWM:\\s+(\\d+)/.exec(readFileSync("/proc/self/status", "latin1"))[1];
  writeFileSync(process.env.RUN_RATE_TOLD, JSON.stringify({ processor, memory: peak / 1024 }));
});`;
const teller = `data:text/javascript,${encodeURIComponent(TELLER)}`;

async function measured(build: string, parameters: readonly string[]): Promise<Taken> {
  const told = join(folder, "told.json");
  const main = join(build, "cli", "main.js");
  const child = spawn(execPath, ["--import", teller, main, ...parameters], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...env, RUN_RATE_TOLD: told },
  });
  const code = await new Promise<number | null>((ended) => child.on("close", ended));
  if (code !== 0) throw new Error(`Expected ${main} to end well; got exit code ${code}`);
  return JSON.parse(await readFile(told, "utf8")) as Taken;
}

/** The outcomes of a run without times, in one order. */
async function outcomesOf(run: string): Promise<string> {
  const lines = (await readFile(join(run, "outcomes.jsonl"), "utf8")).trim().split("\n");
  const untimed = lines.map((line) => {
    const { at: _, milliseconds: __, ...outcome } = JSON.parse(line) as Record<string, unknown>;
    return JSON.stringify(outcome);
  });
  return untimed.toSorted().join("\n");
}

async function runIn(build: string): Promise<{ taken: Taken; outcomes: string }> {
  const run = join(folder, "run");
  const parameters = ["run", suite, "--interpreter", "scientist,lookup", "--out", run, "--quiet"];
  const taken = await measured(build, parameters);
  const outcomes = await outcomesOf(run);
  await rm(run, { recursive: true });
  return { taken, outcomes };
}

const folder = await mkdtemp(join(tmpdir(), "findbench-bench-"));
const suite = join(folder, "suite");
try {
  await measured(
    before,
    ["generate", "--recipe", "paper@1", "--seed", values.seed].concat([
      "--count",
      values.count,
      "--out",
      suite,
    ]),
  );
  head(`Runs of ${values.count} problems of \`paper\`, ${pairs} pairs`);
  const taken: { readonly before: Taken[]; readonly after: Taken[] } = { before: [], after: [] };
  let first: string | undefined;
  for (let pair = 0; pair < pairs; pair += 1) {
    const isFirst = pair % 2 === 0;
    const one = await runIn(isFirst ? before : after);
    const other = await runIn(isFirst ? after : before);
    first ??= one.outcomes;
    if (one.outcomes !== first || other.outcomes !== first)
      throw new Error("Expected the same outcomes; got others");
    taken.before.push((isFirst ? one : other).taken);
    taken.after.push((isFirst ? other : one).taken);
  }
  const compare = (what: string, unit: string, of: (each: Taken) => number, aim: number): void => {
    const [old, now] = [taken.before.map(of), taken.after.map(of)];
    const ratio = middle(now.map((value, i) => value / (old[i] ?? NaN)));
    row(`${what} before`, `${figure(middle(old))} ${unit}`, "", null);
    row(`${what} after`, `${figure(middle(now))} ${unit}`, "", null);
    row(`${what}: median ratio of pairs`, figure(ratio), `≤ ${aim}`, ratio <= aim);
  };
  compare("processor", "s", ({ processor }) => processor, 0.5);
  compare("peak memory", "MB", ({ memory }) => memory, 0.8);
  stdout.write(`\nThe outcomes of all ${2 * pairs} runs are the same.\n`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
