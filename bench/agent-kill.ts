// Kills a run with a language model again and again, with -9, and goes on with it: it has to equal a run
// that was left alone, and no recorded reply may be asked for twice.
//   npx tsx bench/agent-kill.ts [kills] [problems]
import { deepStrictEqual } from "node:assert";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { generate } from "../src/app/index.ts";
import { chanceFrom } from "../src/core/index.ts";
import { openModelRecords } from "../src/store/index.ts";
import { workOn } from "../test/cli/agent/killed-run.ts";
import { comparable } from "../test/runs/comparable.ts";
import { serving } from "./agent-serving.ts";

const [kills = 50, count = 60] = process.argv.slice(2).map(Number);
const LATENCY = 40;
const folder = await mkdtemp(join(tmpdir(), "findbench-bench-"));
const server = await serving(LATENCY);
try {
  const suite = join(folder, "suite");
  const recipe = { recipe: "paper@1", seed: "kill", out: suite, count, sealSeed: false };
  await generate({ ...recipe, categories: ["strings"] }, new AbortController().signal);
  const { environment } = server;
  const parts = { suite, interpreters: "agent", environment };
  const [whole, torn] = [join(folder, "whole"), join(folder, "torn")];
  await workOn({ ...parts, run: whole });
  const undisturbed = await server.requests();
  const chance = chanceFrom("moments");
  let killed = 0;
  for (let ended = false; killed < kills && !ended;) {
    const seen = await server.requests();
    ended = await workOn({ ...parts, run: torn }, async () => {
      while ((await server.requests()) === seen) await delay(5);
      await delay(chance.integer(0, 3 * LATENCY));
    });
    if (!ended) killed += 1;
  }
  await workOn({ ...parts, run: torn });
  const sent = (await server.requests()) - undisturbed;
  deepStrictEqual(await comparable(torn), await comparable(whole));
  const records = await openModelRecords(join(torn, "calls.jsonl"), { forWriting: false });
  const { answered, unsettled } = records.tally();
  await records.close();
  console.log(
    `killed ${killed} times: the runs are equal; ${answered} replies, ${sent} requests, ${sent - undisturbed} sent again, ${unsettled} calls under way at a kill`,
  );
  if (sent - undisturbed > unsettled) process.exitCode = 1;
} finally {
  server.close();
  await rm(folder, { recursive: true, force: true });
}
