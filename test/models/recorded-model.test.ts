import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type {
  ConversationPlace,
  Model,
  ModelMessage,
  ModelReply,
  ModelRecords,
} from "../../src/contract/index.ts";
import { recordedModel, scripted } from "../../src/models/index.ts";
import { memoryModelRecords } from "../../src/store/index.ts";
import { anyMessage, anyReply } from "../store/model-arbitraries.ts";
import { hello } from "./serve.ts";

const place: ConversationPlace = {
  item: {
    suite: "0".repeat(64),
    problem: "p-1",
    interpreter: "agent",
    configuration: "0".repeat(16),
    epoch: 1,
  },
  role: "interpreter",
  branch: "main",
};

const clock = { now: () => 1_700_000_000_000 };
const signal = new AbortController().signal;

function recording(model: Model, records: ModelRecords, offline = false): Model {
  return recordedModel(model, { records, place, clock, offline });
}

/** A model that may not be asked. */
const silent: Model = {
  id: "scripted/replies",
  complete: async () => {
    throw new Error("It was asked");
  },
};

/** A conversation in which each request adds to the one before; gives the replies. */
async function converse(model: Model, additions: readonly ModelMessage[][]): Promise<ModelReply[]> {
  const messages: ModelMessage[] = [];
  const replies: ModelReply[] = [];
  for (const added of additions) {
    messages.push(...added);
    const reply = await model.complete({ messages, temperature: 0 }, signal);
    replies.push(reply);
    messages.push(reply.message);
  }
  return replies;
}

/** A reply that cost something, whatever it says. */
function priced(reply: ModelReply, list: number): ModelReply {
  return { ...reply, cost: { list, paid: list, source: "table" } };
}

describe("a recorded conversation", () => {
  it("is given back as it was, for nothing, and nothing is asked", async () => {
    const anyTurns = fc.array(
      fc.record({ added: fc.array(anyMessage, { minLength: 1, maxLength: 3 }), reply: anyReply }),
      { maxLength: 5 },
    );
    await fc.assert(
      fc.asyncProperty(anyTurns, async (turns) => {
        const records = memoryModelRecords();
        let turn = 0;
        const model: Model = {
          ...silent,
          complete: async () => {
            const reply = turns[turn]?.reply;
            turn += 1;
            if (reply === undefined) throw new Error("It was asked too often");
            return priced(reply, turn);
          },
        };
        const additions = turns.map(({ added }) => added);
        const first = await converse(recording(model, records), additions);
        expect(turn).toBe(turns.length);
        const again = await converse(recording(silent, records, true), additions);
        expect(again).toEqual(
          first.map((reply) => ({ ...reply, cost: { ...reply.cost, paid: 0 } })),
        );
        expect(records.tally()).toMatchObject({ answered: turns.length, unsettled: 0 });
      }),
      { numRuns: 60 },
    );
  });

  it("goes on behind what was recorded", async () => {
    const records = memoryModelRecords();
    const script = scripted(["one", "two", "three"]);
    const additions: ModelMessage[][] = [1, 2, 3].map((n) => [{ role: "user", text: `${n}?` }]);
    await converse(recording(script, records), additions.slice(0, 2));
    const replies = await converse(recording(script, records), additions);
    expect(replies.map(({ message }) => message.text)).toEqual(["one", "two", "three"]);
    expect(records.tally().answered).toBe(3);
  });

  it("is stopped where another request is made, and says what differs", async () => {
    const records = memoryModelRecords();
    const asked = { messages: [{ role: "user", text: "What is it at 5?" }] } as const;
    await recording(scripted(["one"]), records).complete(asked, signal);
    const other = { messages: [{ role: "user", text: "What is it at 7?" }] } as const;
    const replay = (request: typeof asked | typeof other, model: Model): Promise<ModelReply> =>
      recording(model, records).complete(request, signal);
    await expect(replay(other, silent)).rejects.toMatchObject({
      code: "request-differs",
      data: { difference: expect.stringMatching(/message 1 was «.*at 5\?.*» and is «.*at 7\?/) },
    });
    await expect(replay(asked, { ...silent, id: "other/model" })).rejects.toMatchObject({
      code: "request-differs",
      data: { difference: '`model` was «"scripted/replies"» and is «"other/model"»' },
    });
    expect((await replay(asked, silent)).message.text).toBe("one");
  });

  it("tells a later message that differs, and one that is missing", async () => {
    const records = memoryModelRecords();
    const script = scripted(["one", "two"]);
    const [first, second] = [[{ role: "user", text: "a" }], [{ role: "user", text: "b" }]] as const;
    await converse(recording(script, records), [[...first], [...second]]);
    const longer = converse(recording(silent, records), [[...first], [...second, ...first]]);
    await expect(longer).rejects.toMatchObject({
      data: { difference: expect.stringContaining("message 4 was absent and is «{") },
    });
    const other = converse(recording(silent, records), [[...first], [{ role: "user", text: "c" }]]);
    await expect(other).rejects.toMatchObject({
      data: { difference: expect.stringContaining("message 3 was") },
    });
  });

  it("sends nothing offline", async () => {
    const records = memoryModelRecords();
    const model = recording(silent, records, true);
    await expect(model.complete(hello, signal)).rejects.toMatchObject({ code: "reply-missing" });
    expect(records.tally().unsettled).toBe(0);
  });

  it("keeps a call open while it is under way, and tells of one that failed", async () => {
    const records = memoryModelRecords();
    let fail: (reason: Error) => void = () => undefined;
    const model: Model = {
      id: "slow/one",
      complete: () =>
        new Promise((_, reject) => {
          fail = reject;
        }),
    };
    const reply = recording(model, records).complete(hello, signal);
    await expect.poll(() => records.tally().unsettled).toBe(1);
    fail(new Error("planted-secret"));
    await expect(reply).rejects.toThrow("planted-secret");
    expect(records.tally()).toMatchObject({ unsettled: 0, failed: 1 });
  });

  it("is kept apart from others by its place", async () => {
    const records = memoryModelRecords();
    const places = [place, { ...place, role: "judge" }, { ...place, branch: "second" }];
    const texts = await Promise.all(
      places.map(async (at, index) => {
        const parts = { records, place: at, clock, offline: false };
        const reply = await recordedModel(scripted([`${index}`]), parts).complete(hello, signal);
        return reply.message.text;
      }),
    );
    expect(texts).toEqual(["0", "1", "2"]);
    expect(records.tally().answered).toBe(3);
  });
});
