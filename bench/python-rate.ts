// Python in its sandbox: batched calls and executions per second, the start of a worker, and the
// ratio to one unprotected python3 process per program. All in one run.
import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { promisify } from "node:util";
import { pythonSandbox } from "../src/sandbox/index.ts";
import type { Sandbox } from "../src/contract/index.ts";
import { figure, head, middle, row, seconds } from "./measure.ts";

const CALLS = 200_000;
const POINTS = 256;
const PROGRAMS = 200;
const PROCESSES = 15;
const TIMED = 20;

/** A tick of the clock in `/proc`. */
const MILLISECONDS_PER_TICK = 10;

const points = Array.from({ length: POINTS }, (_, i) => -128 + i + 0.5);

/** Runs a program, and fails where it does not give a value for each input. */
async function answers(sandbox: Sandbox, source: string, inputs: readonly (number | string)[]) {
  const code = { language: "python", source, entry: "f" } as const;
  const outcome = await sandbox.run({ code, inputs, seed: "bench" });
  if (outcome.kind === "ran" && outcome.outputs.every(({ kind }) => kind === "value")) return;
  throw new Error(`Expected values; got ${JSON.stringify(outcome).slice(0, 200)}; see the doctor`);
}

async function repeated(times: number, measure: () => Promise<number>): Promise<number> {
  const figures: number[] = [];
  for (let time = 0; time < times; time += 1) figures.push(await measure());
  return middle(figures);
}

/** Milliseconds of the processor's time per program, of Node and the sandbox, for so many alone. */
async function processorTimeOf(source: (index: number) => string, count: number): Promise<number> {
  const own = pythonSandbox();
  const alone = Array.from({ length: count }, (_, index) => 6 * index);
  const once = (index: number) => {
    const code = { language: "python", source: source(index), entry: "f" } as const;
    return own.run({ code, inputs: points, alone, seed: "bench" });
  };
  await once(0);
  const before = processorTime();
  for (let index = 1; index <= TIMED; index += 1) await once(index);
  const time = (processorTime() - before) / TIMED;
  await own.close();
  return time;
}

/** Milliseconds of this process and all below it, those that have ended included. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000 + MILLISECONDS_PER_TICK * ticksBelow(process.pid);
}

function ticksBelow(id: number): number {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && Number(fieldsOf(name)[1]) === id)
    .reduce((sum, name) => {
      const spent = fieldsOf(name).slice(11, 15).map(Number);
      return spent.reduce((all, ticks) => all + ticks, sum) + ticksBelow(Number(name));
    }, 0);
}

function fieldsOf(id: string): readonly string[] {
  try {
    const text = readFileSync(`/proc/${id}/stat`, "utf8");
    return text.slice(text.lastIndexOf(")") + 2).split(" ");
  } catch {
    return []; // It has ended.
  }
}

/** Milliseconds from nothing to the first answer, in a worker of its own. */
async function startUp(source: string): Promise<number> {
  const sandbox = pythonSandbox();
  const time = await seconds(() => answers(sandbox, source, [1]));
  await sandbox.close();
  return 1000 * time;
}

/** Programs as models write them: arithmetic with branches, all different. */
const program = (index: number): string =>
  `def f(x):\n    if x > ${index % 50}: return ${index} * x ** 2 - 3.5\n    return math.sin(x / ${index + 1})`;

const sandbox = pythonSandbox();
const programs: readonly (readonly [string, string, readonly (number | string)[]])[] = [
  ["a line", "def f(x): return 3 * x + 1", [0]],
  ["sine by math", "import math\ndef f(x): return math.sin(x)", [0]],
  ["sine by NumPy, one at a time", "def f(x): return np.sin(x)", [0]],
  ["text", "def f(x): return x[::-1].upper()", ["abc def"]],
];

head("Python in its sandbox: calls per second in one batch");
for (const [name, source, [first = 0]] of programs) {
  const inputs = Array.from({ length: CALLS }, (_, i) => (first === 0 ? i / 7 : first));
  await answers(sandbox, source, inputs);
  const rate = await repeated(
    3,
    async () => CALLS / (await seconds(() => answers(sandbox, source, inputs))),
  );
  row(`${name} (n = ${figure(CALLS)})`, `${figure(rate)}/s`, "≥ 100,000/s", rate >= 1e5);
}

head("Python in its sandbox: from nothing to the first answer");
for (const [name, source, aim] of [
  ["plain", "def f(x): return x", 100],
  ["with NumPy", "def f(x): return np.sin(x)", null],
  [
    "with NumPy and SciPy's statistics",
    "from scipy import stats\ndef f(x): return stats.norm.cdf(x)",
    null,
  ],
] as const) {
  const time = await repeated(5, () => startUp(source));
  row(
    `${name}, median of 5`,
    `${figure(time)} ms`,
    aim === null ? "" : `< ${aim} ms`,
    aim === null ? null : time < aim,
  );
}

head("Python in its sandbox: whole programs");
const runAll = async (pool: Sandbox): Promise<void> => {
  const jobs = Array.from({ length: PROGRAMS }, (_, i) => answers(pool, program(i), points));
  await Promise.all(jobs);
};
const rateOf = async (pool: Sandbox): Promise<number> =>
  PROGRAMS / (await seconds(() => runAll(pool)));
const pair = pythonSandbox({ workers: 2 });
await runAll(pair);
const one = await repeated(3, () => rateOf(sandbox));
const two = await repeated(3, () => rateOf(pair));
row(`programs on ${POINTS} points, 1 worker that has imported NumPy`, `${figure(one)}/s`, "", null);
row(`programs on ${POINTS} points, 2 fresh workers`, `${figure(two)}/s`, "", null);
row("1000 answers on 256 points, 2 workers", `${figure(1000 / two)} s`, "< 60 s", 1000 / two < 60);
await Promise.all([sandbox.close(), pair.close()]);

head("Python in its sandbox: processor time per program, and with inputs asked alone");
const law = (index: number): string =>
  [
    "import math",
    ...Array.from({ length: 12 }, (_, k) => `def p${k}(t):\n    return ${k} + t * ${index}`),
    `def f(x):\n    if x < ${index % 9}: return p3(x) - math.sin(x / ${index + 1})`,
    "    return p5(x) * math.exp(-abs(x) / 50)",
  ].join("\n");
for (const [name, source] of [
  ["a law of 30 lines", law],
  ["NumPy", (index: number) => `import numpy as np\ndef f(x): return np.sin(x) * ${index}`],
  [
    "SciPy's statistics",
    (index: number) => `from scipy import stats\ndef f(x): return ${index} + stats.norm.cdf(x)`,
  ],
] as const) {
  const batch = await processorTimeOf(source, 0);
  row(`${name}, on ${POINTS} points`, `${figure(batch)} ms`, "", null);
  for (const count of [24, 40]) {
    const beside = (await processorTimeOf(source, count)) - batch;
    row(`${name}, ${count} alone, beside that`, `${figure(beside)} ms`, "≤ 60 ms", beside <= 60);
  }
}

const run = promisify(execFile);
const unprotected = await seconds(async () => {
  for (let i = 0; i < PROCESSES; i += 1)
    await run("/usr/bin/python3", [
      "-c",
      `import math\n${program(i)}\nfor i in range(${POINTS}): print(f(i - 127.5))`,
    ]);
});
row(`python3 -c, unprotected (n = ${PROCESSES})`, `${figure(PROCESSES / unprotected)}/s`, "", null);
row("ratio, 1 worker", figure((one * unprotected) / PROCESSES), "", null);
