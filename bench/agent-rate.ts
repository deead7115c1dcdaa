// How fast conversations go when many are held at once, and how much memory a long run takes.
//   npx tsx bench/agent-rate.ts rate [conversations at once] [latency in ms] [conversations]
//   npx tsx bench/agent-rate.ts memory [problems]
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generate, startRun } from "../src/app/index.ts";
import { conversations } from "../src/app/conversations.ts";
import { openHosted } from "../src/app/open-model.ts";
import { chanceFrom } from "../src/core/index.ts";
import { openProbe } from "../src/harness/index.ts";
import { agent } from "../src/interpreters/index.ts";
import { inProcessQueue } from "../src/queue/index.ts";
import { openModelRecords } from "../src/store/index.ts";
import { problemOf } from "../test/support/problem-of.ts";
import { serving } from "./agent-serving.ts";

const MODEL = "openai/gpt-4o-mini";
const CALLS = 4;
const clock = { now: () => Date.now() };
const { signal } = new AbortController();
const [what, ...numbers] = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), "findbench-bench-"));
try {
  if (what === "memory") await memory(Number(numbers[0] ?? 10_000));
  else await rate(Number(numbers[0] ?? 64), Number(numbers[1] ?? 200), Number(numbers[2] ?? 640));
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function rate(concurrency: number, latency: number, count: number): Promise<void> {
  const server = await serving(latency);
  const records = await openModelRecords(join(folder, "calls.jsonl"), { forWriting: true });
  const model = await openHosted(MODEL, server.environment, {});
  const converse = conversations({ model, records, clock, offline: false });
  const limits = { turns: 8, maxTokens: 1000, temperature: null, template: null } as const;
  const options = { variant: "agent", model: MODEL, dialect: "tools", protocol: "own" } as const;
  const interpreter = agent({ ...options, ...limits });
  const hold = async (number: number): Promise<void> => {
    const problem = problemOf({ kind: "linear", slope: 2, intercept: number }, `p ${number}`);
    const names = { interpreter: "agent", configuration: "0".repeat(16), epoch: 1 };
    const item = { suite: "0".repeat(64), problem: problem.id, ...names };
    await interpreter.interpret(
      {
        probe: openProbe({ problem, epoch: 1, budget: 64, rounds: null }),
        briefing: problem.briefing,
        chance: chanceFrom("bench"),
        clock,
        log: () => undefined,
        model: converse({ item, role: "interpreter", branch: "main" }, () => undefined),
      },
      signal,
    );
  };
  const queue = inProcessQueue({ concurrency });
  const all = (from: number, to: number): number[] =>
    Array.from({ length: to - from }, (_, i) => from + i);
  await queue.drain(all(0, concurrency), hold, signal); // Connections and compiled code.
  const cpu = process.cpuUsage();
  const begun = performance.now();
  await queue.drain(all(concurrency, concurrency + count), hold, signal);
  const seconds = (performance.now() - begun) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const work = (user + system) / 1e6;
  const ideal = (Math.ceil(count / concurrency) * CALLS * latency) / 1000;
  console.log(
    `${count} conversations of ${CALLS} calls, ${concurrency} at once, ${latency} ms each: ${seconds.toFixed(2)} s, ideal ${ideal.toFixed(2)} s, ${((100 * ideal) / seconds).toFixed(1)} % of the ideal rate; ${work.toFixed(1)} s of processor`,
  );
  await records.close();
  server.close();
}

async function memory(count: number): Promise<void> {
  const server = await serving(0);
  const [suite, out] = [join(folder, "suite"), join(folder, "run")];
  const recipe = { recipe: "paper", seed: "memory", out: suite, count, sealSeed: false };
  await generate({ ...recipe, categories: ["strings"] }, signal);
  let most = 0;
  const request = {
    suites: [suite],
    interpreters: ["examples"],
    agent: { model: MODEL },
    budget: 16,
    rounds: null,
    epochs: 1,
    metrics: ["published"] as const,
    seed: "0",
    out,
    problems: [],
    limit: null,
  };
  const begun = performance.now();
  await startRun(
    request,
    {
      concurrency: 16,
      durability: "os",
      timeLimit: 600,
      clock,
      environment: server.environment,
      onProgress: () => (most = Math.max(most, process.memoryUsage.rss())),
    },
    signal,
  );
  const seconds = (performance.now() - begun) / 1000;
  console.log(
    `${count} problems with a model in ${seconds.toFixed(0)} s, at most ${(most / 2 ** 20).toFixed(0)} MB, ${await server.requests()} requests`,
  );
  server.close();
}
