import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ModelRecords, ModelReply } from "../../src/contract/index.ts";
import { recordedModel } from "../../src/models/index.ts";
import { memoryModelRecords, openModelRecords } from "../../src/store/index.ts";
import { calls, says, serverKey, type ServedTurn } from "../support/model-server.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { hello, serve } from "./serve.ts";

const item = {
  suite: "0".repeat(64),
  problem: "p-1",
  interpreter: "agent",
  configuration: "0".repeat(16),
  epoch: 1,
};
const place = { item, role: "interpreter", branch: "main" };
const signal = new AbortController().signal;

/** Asks once and records it. */
async function askRecorded(turn: ServedTurn, records: ModelRecords): Promise<ModelReply> {
  const { model, timer } = await serve("vllm/llama", [turn]);
  const parts = { records, place, clock: timer, offline: false };
  return recordedModel(model, parts).complete(hello, signal);
}

describe("whatever a server says can be recorded and given back", () => {
  it.each<[string, ServedTurn]>([
    ["numbers beyond all bounds", calls({ tool: "ask", arguments: '{"inputs": [1e999]}' })],
    [
      "nests without end",
      calls({ tool: "ask", arguments: `${"[".repeat(20_000)}${"]".repeat(20_000)}` }),
    ],
    ["names of another kind", calls({ tool: "__proto__", arguments: '{"__proto__": {"a": 1}}' })],
    ["minus nothing", calls({ tool: "ask", arguments: '{"inputs": [-0]}' })],
    ["arguments that are no object", calls({ tool: "ask", arguments: "7" })],
    ["no arguments", calls({ tool: "ask", arguments: "" })],
    ["half a character", says("\ud800 and \u2028 and \0")],
    ["counts that are none", says("Yes.", { usage: { input: -5, output: 2.5 } })],
    ["counts beyond all bounds", says("Yes.", { usage: { input: 1e300, output: 1e300 } })],
    ["a model without a name", says("Yes.", { model: "" })],
    ["nothing", says("")],
  ])("%s", async (_, turn) => {
    const records = memoryModelRecords();
    const reply = await askRecorded(turn, records);
    const stored = await records.get({ ...place, ordinal: 1 });
    expect(stored?.reply).toEqual(reply);
    for (const tokens of Object.values(reply.usage))
      expect(tokens === null || (Number.isSafeInteger(tokens) && tokens >= 0)).toBe(true);
  });
});

it("no key reaches the disk, whoever repeats it", async () => {
  const path = join(await temporaryFolder(), "calls.jsonl");
  const records = await openModelRecords(path, { forWriting: true });
  await askRecorded(says(`You gave me ${serverKey}.`), records);
  const refused: ServedTurn = {
    kind: "status",
    status: 401,
    body: { error: { message: `Wrong key ${serverKey}` } },
  };
  const { model, timer } = await serve("openai/gpt-4o-mini", [refused]);
  const parts = { records, place: { ...place, branch: "second" }, clock: timer, offline: false };
  const asked = recordedModel(model, parts).complete(hello, signal);
  await expect(asked).rejects.toMatchObject({ code: "model-stopped" });
  await records.close();
  const text = await readFile(path, "utf8");
  expect(text).toContain("call-failed");
  expect(text).toContain("[key removed]");
  expect(text).not.toContain(serverKey);
});
