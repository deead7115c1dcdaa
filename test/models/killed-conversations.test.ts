import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect, it, onTestFinished } from "vitest";
import type { ModelTally } from "../../src/contract/index.ts";
import { says, startModelServer, type SeenRequest } from "../support/model-server.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const [CONVERSATIONS, TURNS, KILLS] = [4, 10, 12];

interface Report {
  readonly texts: readonly string[];
  readonly tally: ModelTally;
}

/** Holds the conversations; `null` if it was killed before they were over. */
async function session(
  path: string,
  url: string,
  kill?: () => Promise<void>,
): Promise<Report | null> {
  const script = fileURLToPath(new URL("conversing-child.ts", import.meta.url));
  const words = ["--import", "tsx", script, path, url, String(CONVERSATIONS), String(TURNS)];
  const child = spawn(process.execPath, words, { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  const closed = once(child, "close");
  if (kill !== undefined) {
    await Promise.race([kill(), closed]);
    child.kill("SIGKILL");
  }
  await closed;
  const text = Buffer.concat(chunks).toString("utf8");
  return text === "" ? null : (JSON.parse(text) as Report);
}

/** Answers by what it was asked alone, so that two runs can be compared. */
function answer({ body }: SeenRequest): ReturnType<typeof says> {
  const asked = JSON.stringify(body["messages"]);
  return says(`A reply to ${asked.length} characters: ${asked.slice(-60)}`);
}

it("pays nothing twice that reached the disk, whenever it is killed", async () => {
  const [folder, server] = [
    await temporaryFolder(),
    await startModelServer(answer, { latency: 5 }),
  ];
  onTestFinished(() => server.close());
  const undisturbed = await session(join(folder, "whole.jsonl"), server.url);
  const before = server.requests.length;
  expect(before).toBe(CONVERSATIONS * TURNS);
  const path = join(folder, "calls.jsonl");
  for (let kills = 0; kills < KILLS; kills += 1) {
    const seen = server.requests.length;
    // Some are killed in the midst of a request, some while they write, some between.
    await session(path, server.url, async () => {
      await server.arrived(seen + 1);
      await delay(2 * (kills % 6));
    });
  }
  const resumed = await session(path, server.url);
  expect(resumed?.texts).toEqual(undisturbed?.texts);
  const lost = resumed?.tally.unsettled ?? NaN;
  expect(resumed?.tally.answered).toBe(CONVERSATIONS * TURNS);
  expect(lost).toBeLessThanOrEqual(KILLS * CONVERSATIONS);
  // An intent may be written of which the request was never sent.
  expect(server.requests.length - before).toBeLessThanOrEqual(CONVERSATIONS * TURNS + lost);
  const sent = server.requests.length;
  expect(await session(path, server.url)).toEqual(resumed);
  expect(server.requests).toHaveLength(sent);
  expect(await readFile(path, "utf8")).not.toContain("a-key-of-no-worth");
});
