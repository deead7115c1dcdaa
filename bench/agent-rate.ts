// How fast conversations go when many are held at once, beside a client that does nothing but send
// the same number of requests, in one run.
//   npx tsx bench/agent-rate.ts [conversations at once] [latency in ms] [conversations]
import { mkdtemp, rm } from "node:fs/promises";
import { Agent, request } from "node:http";
import { setMaxListeners } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { conversations } from "../src/app/conversations.ts";
import { openHosted } from "../src/app/open-model.ts";
import { categories } from "../src/categories/index.ts";
import { chanceFrom } from "../src/core/index.ts";
import { openProbe } from "../src/harness/index.ts";
import { agent } from "../src/interpreters/index.ts";
import { inProcessQueue } from "../src/queue/index.ts";
import { openModelRecords } from "../src/store/index.ts";
import { problemOf } from "../test/support/problem-of.ts";
import { serving, type Serving } from "./agent-serving.ts";
import { interpreterBriefing } from "./interpreter-briefing.ts";

const MODEL = "openai/gpt-4o-mini";
const CALLS = 4;
const clock = { now: () => Date.now() };
const { signal } = new AbortController();
setMaxListeners(0, signal);
const [concurrency = 64, latency = 200, count = 1920] = process.argv.slice(2).map(Number);
const folder = await mkdtemp(join(tmpdir(), "findbench-bench-"));
const server = await serving(latency);
const records = await openModelRecords(join(folder, "calls.jsonl"), { forWriting: true });
try {
  const ours = await timed(await conversing(server));
  const bare = await timed(sending(server));
  const ideal = (Math.ceil(count / concurrency) * CALLS * latency) / 1000;
  const share = (seconds: number): string => `${((100 * ideal) / seconds).toFixed(1)} %`;
  console.log(
    `${count} conversations of ${CALLS} calls, ${concurrency} at once, ${latency} ms each: ${ours.seconds.toFixed(2)} s, ideal ${ideal.toFixed(2)} s, ${share(ours.seconds)} of the ideal rate; ${((1000 * ours.work) / (CALLS * count)).toFixed(2)} ms of processor a call`,
  );
  console.log(
    `the same requests from a client that does nothing else: ${bare.seconds.toFixed(2)} s, ${share(bare.seconds)}; ${((1000 * bare.work) / (CALLS * count)).toFixed(2)} ms; ours has ${((100 * bare.seconds) / ours.seconds).toFixed(1)} % of its rate`,
  );
} finally {
  server.close();
  await records.close();
  await rm(folder, { recursive: true, force: true });
}

type Hold = (number: number) => Promise<void>;

/** Holds as many as are to be timed, after as many as open connections and compile the code. */
async function timed(hold: Hold): Promise<{ readonly seconds: number; readonly work: number }> {
  const queue = inProcessQueue({ concurrency });
  const numbers = (length: number): number[] => Array.from({ length }, (_, i) => i);
  await queue.drain(numbers(4 * concurrency), hold, signal);
  const before = process.cpuUsage();
  const begun = performance.now();
  await queue.drain(numbers(count), (number) => hold(number + 4 * concurrency), signal);
  const seconds = (performance.now() - begun) / 1000;
  const { user, system } = process.cpuUsage(before);
  return { seconds, work: (user + system) / 1e6 };
}

/** Whole conversations of the agent, recorded as in a run. */
async function conversing({ environment }: Serving): Promise<Hold> {
  const model = await openHosted(MODEL, environment, {});
  const converse = conversations({ modelFor: () => model, records, clock, offline: false });
  const limits = { turns: 8, maxTokens: 1000, temperature: null, template: null } as const;
  const options = { variant: "agent", model: MODEL, dialect: "tools", protocol: "own" } as const;
  const interpreter = agent({ ...options, ...limits, categories });
  return async (number) => {
    const problem = problemOf({ kind: "linear", slope: 2, intercept: number }, `p ${number}`);
    const names = { interpreter: "agent", configuration: "0".repeat(16), epoch: 1 };
    const item = { suite: "0".repeat(64), problem: problem.id, ...names };
    await interpreter.interpret(
      {
        probe: openProbe({ problem, epoch: 1, budget: 64, rounds: null }),
        briefing: interpreterBriefing(problem.briefing),
        chance: chanceFrom("bench"),
        clock,
        log: () => undefined,
        model: converse({ item, role: "interpreter", branch: "main" }, () => undefined) ?? model,
      },
      signal,
    );
  };
}

/** Requests of about the size of a conversation's, one after the other. */
function sending({ environment }: Serving): Hold {
  const client = new Agent({ keepAlive: true });
  const messages = [
    { role: "system", content: "x".repeat(3000) },
    { role: "user", content: `Replies left: ${"x".repeat(1000)}` },
  ];
  const body = JSON.stringify({ model: "gpt-4o-mini", messages, stream: true, tools: [{}] });
  const headers = {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
  };
  const send = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const url = `${environment["OPENAI_BASE_URL"]}/chat/completions`;
      request(url, { agent: client, method: "POST", headers }, (answer) =>
        answer.resume().on("end", resolve).on("error", reject),
      )
        .on("error", reject)
        .end(body);
    });
  return async () => {
    for (let call = 0; call < CALLS; call += 1) await send();
  };
}
