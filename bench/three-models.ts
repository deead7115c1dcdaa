// Three models of three protocols in one run, one of whose servers is down for a while in the midst of
// it, and the run killed with -9 again and again: it has to equal a run that was left alone, and no reply
// that was recorded may be asked for twice. Build first: `npm run build`.
//   npx tsx bench/three-models.ts [problems] [epochs] [seconds down] [kills] [at once] [latency in ms]
import { deepStrictEqual } from "node:assert";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { compareRuns, generate } from "../src/app/index.ts";
import { openModelRecords } from "../src/store/index.ts";
import { longTalk } from "../test/cli/agent/talk.ts";
import { comparable } from "../test/runs/comparable.ts";
import { startModelServer } from "../test/support/model-server.ts";
import type { ModelServer } from "../test/support/model-server.ts";

const [problems = 100, epochs = 3, secondsDown = 90, kills = 5, atOnce = 16, latency = 40] =
  process.argv.slice(2).map(Number);
const MODELS = ["openai/gpt-4o-mini", "anthropic/claude-haiku-4-5", "google/gemini-3.5-flash"];
/** Requests that `longTalk` takes of `agent` on a problem. */
const CALLS = 4;
const DOWN = { kind: "status", status: 503, body: "<html>Nobody is here</html>" } as const;
const needed = problems * epochs * MODELS.length * CALLS;
const program = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
const folder = await mkdtemp(join(tmpdir(), "findbench-bench-"));

/** The one server that fails, and how often a kill came while it did. */
const outage = { isDown: false, kills: 0 };
let refused = 0;
const serving = async (mayFail: boolean): Promise<ModelServer> =>
  startModelServer(
    (request) => {
      if (!mayFail || !outage.isDown) return longTalk(request);
      refused += 1;
      return DOWN;
    },
    { latency },
  );
const servers = [await serving(false), await serving(true), await serving(false)];
const [ofOpenAi, failing, ofGoogle] = servers;
const answered = (): number =>
  servers.reduce((sum, { requests }) => sum + requests.length, 0) - refused;

/** Runs the command line; kills it with -9 when told. True where it ended by itself. */
async function findbench(words: readonly string[], kill?: () => Promise<void>): Promise<boolean> {
  const child = spawn(process.execPath, [program, ...words], {
    env: {
      ...process.env,
      ...ofOpenAi?.environment("openai"),
      ...failing?.environment("anthropic"),
      ...ofGoogle?.environment("google"),
    },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let errors = "";
  child.stderr.on("data", (piece: Buffer) => (errors += piece.toString()));
  const closed = once(child, "close");
  if (kill !== undefined) {
    await Promise.race([kill(), closed]);
    child.kill("SIGKILL");
  }
  await closed;
  if (child.exitCode === 0) return true;
  if (child.signalCode === "SIGKILL") return false;
  throw new Error(errors);
}

const words = (suite: string, out: string): readonly string[] => [
  ...`run ${suite} --out ${out} --interpreter agent --model ${MODELS.join(",")}`.split(" "),
  ...`--epochs ${epochs} --budget 24 --turns 6 --metrics published --concurrency ${atOnce}`.split(
    " ",
  ),
];

/** Resolves when so many more requests have been answered. */
async function until(count: number): Promise<void> {
  while (answered() < count) await delay(20);
}

try {
  const suite = join(folder, "suite");
  const recipe = { recipe: "paper@1", seed: "three", out: suite, count: problems, sealSeed: false };
  await generate({ ...recipe, categories: ["strings"] }, new AbortController().signal);
  const [whole, torn] = [join(folder, "whole"), join(folder, "torn")];
  const begunWhole = performance.now();
  await findbench(words(suite, whole));
  const secondsWhole = (performance.now() - begunWhole) / 1000;
  const undisturbed = answered();

  const begun = performance.now();
  let [othersMeanwhile, recovered] = [0, Promise.resolve()];
  const fail = async (): Promise<void> => {
    await until(undisturbed + Math.floor(needed / 4));
    const others = (): number =>
      (ofOpenAi?.requests.length ?? 0) + (ofGoogle?.requests.length ?? 0);
    const before = others();
    outage.isDown = true;
    await delay(1000 * secondsDown);
    outage.isDown = false;
    othersMeanwhile = others() - before;
  };
  recovered = fail();
  let ended = false;
  let killed = 0;
  while (killed < kills && !ended) {
    const share = (killed + 1) / (kills + 2);
    // The others may have ended while one is down: then a kill comes while its calls wait.
    const moment = async (): Promise<void> => {
      const seen = performance.now();
      while (
        answered() - undisturbed < share * needed &&
        !(outage.isDown && outage.kills === 0 && performance.now() - seen > 500 * secondsDown)
      )
        await delay(20);
      if (outage.isDown) outage.kills += 1;
    };
    const command =
      killed === 0 ? words(suite, torn) : ["resume", torn, "--concurrency", `${atOnce}`];
    ended = await findbench(command, moment);
    if (!ended) killed += 1;
  }
  if (!ended) await findbench(["resume", torn, "--concurrency", `${atOnce}`]);
  await recovered;
  const seconds = (performance.now() - begun) / 1000;
  const sent = answered() - undisturbed;

  const [left, right] = [await comparable(torn), await comparable(whole)];
  deepStrictEqual(left, right);
  const own = left.filter(({ role }) => role === "contestant");
  const failed = own.filter(({ status }) => status === "failed").length;
  const records = await openModelRecords(join(torn, "calls.jsonl"), { forWriting: false });
  const { answered: replies, unsettled, failed: givenUp } = records.tally();
  await records.close();
  const pairs = await compareRuns([torn], { interpreters: [], suites: [suite] });
  console.log(
    [
      `${MODELS.length} models × ${problems} problems × ${epochs} epochs, ${atOnce} at once for each, ${latency} ms: left alone ${secondsWhole.toFixed(0)} s, ${undisturbed} requests (${needed} needed)`,
      `one server down for ${secondsDown} s, ${killed} times kill -9: ${seconds.toFixed(0)} s; the runs are equal, ${own.length} items of ${problems * epochs * MODELS.length}, ${failed} failed; ${pairs.length} pairs compared`,
      `${replies} replies on record, ${sent} requests answered (${needed} needed, ${unsettled} under way at kills), ${refused} refused while the server was down, ${givenUp} calls given up`,
      `while it was down the other two were asked ${othersMeanwhile} times`,
    ].join("\n"),
  );
  const isLost = own.length !== problems * epochs * MODELS.length || failed > 0;
  if (isLost || sent > needed + unsettled) process.exitCode = 1;
} finally {
  for (const server of servers) await server.close();
  await rm(folder, { recursive: true, force: true });
}
