// What a whole run of the command line with a language model takes: rate and memory of its process.
// Build first: `npm run build`. Linux only, where /proc tells of memory and processor.
//   npx tsx bench/agent-run.ts [problems] [at once] [latency in ms] [interpreter] [metrics]
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { generate } from "../src/app/index.ts";
import { serving } from "./agent-serving.ts";

const [
  problems = "10000",
  atOnce = "64",
  latency = "0",
  interpreter = "examples",
  metrics = "published",
] = process.argv.slice(2);
const program = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
const folder = await mkdtemp(join(tmpdir(), "findbench-bench-"));
const server = await serving(Number(latency));

/** How far a run was at a moment. */
interface Sample {
  readonly at: number;
  readonly requests: number;
  /** Milliseconds of processor. */
  readonly work: number;
  /** The most memory so far, in MB. */
  readonly memory: number;
}

try {
  const suite = join(folder, "suite");
  const recipe = { recipe: "paper@1", seed: "bench", out: suite, count: Number(problems) };
  const { signal } = new AbortController();
  await generate({ ...recipe, categories: ["strings"], sealSeed: false }, signal);
  const [code, seconds, samples] = await watched(
    `run ${suite} --out ${join(folder, "run")} --interpreter ${interpreter} --model openai/gpt-4o-mini --concurrency ${atOnce} --budget 64 --metrics ${metrics} --quiet`,
  );
  const requests = await server.requests();
  const memory = Math.max(...samples.map((sample) => sample.memory));
  console.log(
    `${problems} problems, ${atOnce} at once, ${interpreter}: exit ${code}, ${seconds.toFixed(0)} s, ${requests} requests, at most ${memory.toFixed(0)} MB`,
  );
  if (latency !== "0") tellRate(samples, requests);
} finally {
  server.close();
  await rm(folder, { recursive: true, force: true });
}

/** Runs the command line to its end, looking at its process twice a second. */
async function watched(
  command: string,
): Promise<readonly [number | null, number, readonly Sample[]]> {
  const begun = performance.now();
  const environment = { ...process.env, ...server.environment };
  const child = spawn(process.execPath, [program, ...command.split(" ")], {
    env: environment,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = once(child, "exit");
  const samples: Sample[] = [];
  while (child.exitCode === null && child.pid !== undefined) {
    const sample = await sampleOf(child.pid, begun).catch(() => null);
    if (sample !== null) samples.push(sample);
    await Promise.race([delay(500), ended]);
  }
  return [child.exitCode, (performance.now() - begun) / 1000, samples];
}

async function sampleOf(pid: number, begun: number): Promise<Sample> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  const [, times = ""] = (await readFile(`/proc/${pid}/stat`, "utf8")).split(") ");
  const [user = 0, system = 0] = times.split(" ").slice(11, 13).map(Number);
  return {
    at: performance.now() - begun,
    requests: await server.requests(),
    // The kernel counts hundredths of a second.
    work: 10 * (user + system),
    memory: Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? NaN) / 1024,
  };
}

/** Between a fifth and four fifths of the requests: without the beginning and the end. */
function tellRate(samples: readonly Sample[], requests: number): void {
  const within = samples.filter((s) => s.requests > 0.2 * requests && s.requests < 0.8 * requests);
  const [first, last] = [within[0], within.at(-1)];
  if (first === undefined || last === undefined || first === last) return;
  const done = last.requests - first.requests;
  const rate = (1000 * done) / (last.at - first.at);
  const ideal = (1000 * Number(atOnce)) / Number(latency);
  console.log(
    `${rate.toFixed(0)} requests a second of ${ideal.toFixed(0)}, ${((100 * rate) / ideal).toFixed(1)} % of the ideal rate; ${((last.work - first.work) / done).toFixed(2)} ms of processor a request`,
  );
}
