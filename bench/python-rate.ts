// Python in its sandbox: batched calls and executions per second, the start of a worker, and the
// ratio to one unprotected python3 process per program. All in one run.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { pythonSandbox } from "../src/sandbox/index.ts";
import type { Sandbox } from "../src/contract/index.ts";
import { figure, head, middle, row, seconds } from "./measure.ts";

const CALLS = 200_000;
const POINTS = 256;
const PROGRAMS = 200;
const PROCESSES = 15;

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
