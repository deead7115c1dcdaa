import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { expect, it, onTestFinished } from "vitest";
import { openModelRecords } from "../../../src/store/index.ts";
import { comparable } from "../../runs/comparable.ts";
import { findbench } from "../../support/command-line.ts";
import { serverKey, startModelServer } from "../../support/model-server.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { workOn } from "./killed-run.ts";
import { longTalk, requestsOfTalk } from "./talk.ts";

const [KILLS, PROBLEMS, CONCURRENT] = [4, 8, 4];

it("pays no reply twice that reached the disk, and comes to the same as if it was left alone", async () => {
  const folder = await temporaryFolder();
  const suite = join(folder, "suite");
  const size = ["--recipe", "mini@1", "--seed", "kill", "--count", String(PROBLEMS)];
  expect(await findbench("generate", ...size, "--out", suite)).toMatchObject({ code: 0 });
  const server = await startModelServer(longTalk, { latency: 10 });
  onTestFinished(() => server.close());
  const parts = {
    suite,
    interpreters: "agent,examples",
    environment: server.environment("openai"),
  };
  const [whole, torn] = [join(folder, "whole"), join(folder, "torn")];
  expect(await workOn({ ...parts, run: whole })).toBe(true);
  const before = server.requests.length;
  expect(before).toBe(PROBLEMS * requestsOfTalk);
  for (let kills = 0; kills < KILLS; kills += 1) {
    const seen = server.requests.length;
    const kill = async (): Promise<void> => {
      // The server's waits and this one end in the order in which they are due, also where a busy
      // machine wakes this process late: a conversation is ahead by two of its five turns at most.
      await server.arrived(seen + kills + 1);
      await delay(5 * kills);
    };
    expect(await workOn({ ...parts, run: torn }, kill)).toBe(false);
  }
  expect(await workOn({ ...parts, run: torn })).toBe(true);
  expect(await comparable(torn)).toEqual(await comparable(whole));
  const records = await openModelRecords(join(torn, "calls.jsonl"), { forWriting: false });
  const { answered, unsettled } = records.tally();
  await records.close();
  expect(answered).toBe(before);
  expect(unsettled).toBeLessThanOrEqual(KILLS * CONCURRENT);
  expect(server.requests.length - before).toBeLessThanOrEqual(before + unsettled);
  for (const name of ["run.json", "events.jsonl", "outcomes.jsonl", "calls.jsonl"])
    expect(await readFile(join(torn, name), "utf8")).not.toContain(serverKey);
});
