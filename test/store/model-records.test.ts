import { appendFile, readFile, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AnsweredCall, ModelRecords } from "../../src/contract/index.ts";
import { memoryModelRecords, openModelRecords } from "../../src/store/index.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { anyRecordOf } from "./model-arbitraries.ts";
import { manifest } from "./samples.ts";

const anyRecord = fc.oneof(...Object.values(anyRecordOf));

/** The answer to one call among many. */
function answerTo(ordinal: number, text = "short"): AnsweredCall {
  const [row] = manifest.interpreters;
  const item = {
    suite: manifest.suites[0]?.hash ?? "",
    problem: "p-1",
    interpreter: "agent",
    configuration: row?.hash ?? "",
    epoch: 1,
  };
  return {
    version: 1,
    kind: "call-answered",
    place: { item, role: "interpreter", branch: "main", ordinal },
    at: "2026-01-02T03:04:05.678Z",
    request: { hash: "0".repeat(64), shared: 0, messages: [], settings: null },
    reply: {
      message: { role: "assistant", text, toolCalls: [], reasoning: [] },
      finish: "stop",
      rawFinish: null,
      usage: { input: 1, cached: null, output: 1, reasoning: null },
      servedModel: null,
      ignored: [],
      cost: { list: 0.25, paid: 0.25, source: "table" },
      requests: 1,
    },
    milliseconds: 1,
  };
}

/** What a call that is about to be sent leaves. */
function intentOf({ version, place, at }: AnsweredCall) {
  return { version, place, at, kind: "call-intended", hash: "0".repeat(64) } as const;
}

const makers: readonly (readonly [string, () => Promise<ModelRecords>])[] = [
  ["in memory", async () => memoryModelRecords()],
  [
    "on disk",
    async () =>
      openModelRecords(join(await temporaryFolder(), "calls.jsonl"), {
        forWriting: true,
        durability: "os",
      }),
  ],
];

describe.each(makers)("records of calls %s", (_, make) => {
  it("give back each answer as it was, the first one where there are several", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRecord, { maxLength: 12 }), async (records) => {
        const store = await make();
        for (const record of records) await store.append(record);
        for (const { place } of records) {
          const first = records.find(
            (record) =>
              record.kind === "call-answered" &&
              JSON.stringify(record.place) === JSON.stringify(place),
          );
          expect(await store.get(place)).toEqual(first ?? null);
        }
        await store.close();
      }),
      { numRuns: 30 },
    );
  });

  it("count what was answered, paid and lost", async () => {
    const store = await make();
    const [first, second, third] = [1, 2, 3].map((ordinal) => answerTo(ordinal));
    if (!first || !second || !third) throw new Error("Three answers were made");
    await store.append(intentOf(first));
    await store.append(first);
    await store.append(intentOf(second));
    await store.append(intentOf(second));
    await store.append(second);
    await store.append(intentOf(third));
    const { kind: _kind, hash: _hash, ...head } = intentOf(third);
    // What it cost is not on record: it may have been paid for.
    await store.append({ ...head, kind: "call-failed", code: "model-failed", message: "No" });
    expect(store.tally()).toEqual({ answered: 2, failed: 1, unsettled: 1, paid: 0.5, unpriced: 1 });
    await store.close();
  });

  it("show an answer when its writing has resolved, whatever is written beside it", async () => {
    const store = await make();
    const long = "é".repeat(50_000);
    const answers = Array.from({ length: 40 }, (_each, i) =>
      answerTo(i + 1, i % 3 === 0 ? long : `${i}`),
    );
    await Promise.all(
      answers.map(async (answer) => {
        await store.append(answer);
        expect(await store.get(answer.place)).toEqual(answer);
      }),
    );
    await store.close();
  });

  it("refuse what is no record", async () => {
    const store = await make();
    const broken = { ...answerTo(1), milliseconds: NaN };
    await expect(store.append(broken)).rejects.toMatchObject({ code: "bad-data" });
    expect(await store.get(broken.place)).toBeNull();
    await store.close();
  });
});

describe("records of calls on disk", () => {
  it("survive a last line that is cut anywhere", async () => {
    const path = join(await temporaryFolder(), "calls.jsonl");
    const [first, second] = [answerTo(1, "é\n"), answerTo(2, "ü")];
    const lines = [first, second].map((answer) => Buffer.from(`${JSON.stringify(answer)}\n`));
    const whole = lines[0]?.length ?? 0;
    const all = Buffer.concat(lines);
    for (let length = whole; length < all.length; length += 7) {
      await writeFile(path, all.subarray(0, length));
      const reading = await openModelRecords(path, { forWriting: false });
      expect(await reading.get(second.place)).toBeNull();
      await reading.close();
      const store = await openModelRecords(path, { forWriting: true, durability: "os" });
      expect(await store.get(first.place)).toEqual(first);
      expect(await store.get(second.place)).toBeNull();
      await store.append(second);
      expect(await store.get(second.place)).toEqual(second);
      await store.close();
      expect(await readFile(path)).toHaveLength(all.length);
    }
  });

  it("say which line is broken in the midst", async () => {
    const path = join(await temporaryFolder(), "calls.jsonl");
    await writeFile(path, `${JSON.stringify(answerTo(1))}\nno JSON\n`);
    await appendFile(path, `${JSON.stringify(answerTo(2))}\n`);
    await expect(openModelRecords(path, { forWriting: false })).rejects.toMatchObject({
      code: "corrupt-log",
      data: { line: 2 },
    });
  });

  it("are empty where there is no file, and cannot be written to by readers", async () => {
    const path = join(await temporaryFolder(), "calls.jsonl");
    const reading = await openModelRecords(path, { forWriting: false });
    expect(await reading.get(answerTo(1).place)).toBeNull();
    await expect(reading.append(answerTo(1))).rejects.toMatchObject({ code: "internal" });
    await reading.close();
  });

  it("go on where they ended", async () => {
    const path = join(await temporaryFolder(), "calls.jsonl");
    for (let ordinal = 1; ordinal <= 4; ordinal += 1) {
      const store = await openModelRecords(path, { forWriting: true });
      expect(store.tally().answered).toBe(ordinal - 1);
      await store.append(answerTo(ordinal));
      await store.close();
    }
    await truncate(path, (await readFile(path)).length - 1);
    const store = await openModelRecords(path, { forWriting: true });
    expect(store.tally()).toMatchObject({ answered: 3, paid: 0.75 });
    await store.close();
  });
});
