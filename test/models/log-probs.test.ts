import { describe, expect, it } from "vitest";
import type { ModelReply } from "../../src/contract/index.ts";
import { recordedModel } from "../../src/models/index.ts";
import { memoryModelRecords } from "../../src/store/index.ts";
import { calls, says, serverKey, verbatim } from "../support/model-server.ts";
import { hello, serve } from "./serve.ts";

const givers = [
  "openai/gpt-4o-mini",
  "vllm/meta/llama",
  "my-server/llama",
  "vllm+completions/llama",
  "openai+completions/gpt-3.5-turbo-instruct",
];
const others = ["anthropic/claude-haiku-4-5", "google/gemini-3.5-flash", "openai/o3-mini"];

const half = -Math.LN2;

describe.each(givers)("%s", (id) => {
  it("gives the likeliest tokens of each place, as many as asked for", async () => {
    const { ask } = await serve(id, [says("One after another: ü€🙂.")]);
    const { logProbs = [], message, ignored } = await ask({ topLogProbs: 3 });
    expect(logProbs.map(({ token }) => token).join("")).toBe(message.text);
    for (const { token, logProbability, top } of logProbs) {
      expect(logProbability).toBeCloseTo(half, 12);
      expect(top.map((one) => one.token)).toEqual([token, `${token}~1`, `${token}~2`]);
      expect(Math.exp(top[2]?.logProbability ?? NaN)).toBeCloseTo(1 / 8, 12);
    }
    expect(ignored).toEqual([]);
  });

  it("gives none where nobody asked, even if they are sent", async () => {
    const { ask, server } = await serve(id, [says("Yes.")]);
    expect(Object.keys(await ask())).not.toContain("logProbs");
    expect(JSON.stringify(server.requests[0]?.body)).not.toContain("logprobs");
  });

  it("says so where the server gives none", async () => {
    const { ask } = await serve(id, [says("Yes.", { logProbs: null })]);
    const reply = await ask({ topLogProbs: 5 });
    expect(reply.ignored).toEqual(["topLogProbs"]);
    expect(Object.keys(reply)).not.toContain("logProbs");
  });

  it("lets no key out that the tokens spell", async () => {
    const { ask } = await serve(id, [says(`It is ${serverKey}.`)]);
    const reply = await ask({ topLogProbs: 2 });
    expect(reply.message.text).toBe("It is [key removed].");
    expect(reply.logProbs).toBeUndefined();
    expect(reply.ignored).toEqual(["topLogProbs"]);
  });
});

describe.each(others)("%s", (id) => {
  it("names log-probabilities among what it left out", async () => {
    const { ask } = await serve(id, [says("Yes.")]);
    const reply = await ask({ topLogProbs: 5 });
    expect(reply.message.text).toBe("Yes.");
    expect(reply.ignored).toContain("topLogProbs");
    expect(Object.keys(reply)).not.toContain("logProbs");
  });
});

it("a reply without a text has none", async () => {
  const { ask } = await serve("vllm/llama", [calls({ tool: "ask", arguments: {} })]);
  const tools = [{ name: "ask", description: "Asks.", parameters: { type: "object" } }];
  expect((await ask({ tools, topLogProbs: 5 })).ignored).toEqual(["topLogProbs"]);
});

/** One token as chat completions tell of it. */
function chat(logprob: unknown, top: unknown = []): unknown {
  return { content: [{ token: "1", logprob, top_logprobs: top }] };
}

/** One token as completions tell of it. */
function completion(logprob: unknown, top: unknown = {}): unknown {
  return { tokens: ["1"], token_logprobs: [logprob], top_logprobs: [top] };
}

const place = (logProbability: number | null, top: unknown[] = []): unknown => [
  { token: "1", logProbability, top },
];

describe("whatever a server says is read as logarithms of probabilities, or left out", () => {
  const said: readonly (readonly [string, unknown, number | null])[] = [
    ["an infinity", verbatim("1e999"), null],
    ["minus infinity", verbatim("-1e999"), null],
    ["a text", "-0.5", null],
    ["nothing", null, null],
    ["a list", [-0.5], null],
    ["a probability above 1", 0.5, null],
    ["not among the likeliest", -9999, null],
    ["a certainty, rounded", 9e-7, 0],
    ["minus nothing", verbatim("-0.0"), 0],
    ["hardly likely", -745.25, -745.25],
  ];

  it.each(said)("%s", async (_, logprob, expected) => {
    const other = expected === null ? [] : [{ token: "0", logProbability: expected }];
    const inChat = chat(logprob, [{ token: "0", logprob }]);
    const inCompletion = completion(logprob, { "0": logprob });
    for (const [id, logProbs] of [
      ["vllm/llama", inChat],
      ["vllm/llama", inCompletion],
      ["openai/gpt-4o-mini", inChat],
      ["vllm+completions/llama", inCompletion],
      ["vllm+completions/llama", inChat],
    ] as const) {
      const { ask } = await serve(id, [says("1", { logProbs })]);
      expect((await ask({ topLogProbs: 2 })).logProbs).toEqual(place(expected, other));
    }
  });

  it.each<[string, unknown, unknown]>([
    ["lists that are too short", { tokens: ["1"], token_logprobs: [] }, place(null)],
    [
      "lists that are too long",
      { tokens: ["1"], token_logprobs: [-1, -2], top_logprobs: [{}, { "0": -1 }] },
      place(-1),
    ],
    ["no lists", { tokens: ["1"], token_logprobs: 5, top_logprobs: "-1" }, place(null)],
    ["numbers as likeliest tokens", completion(-1, [-0.5, -0.7]), place(-1)],
    ["likeliest tokens without a name", chat(-1, [{ logprob: -1 }, 7, null]), place(-1)],
    [
      "tokens that are no texts",
      { tokens: [5, null, {}], token_logprobs: [-1, -1, -1] },
      undefined,
    ],
    ["a text", "logprobs", undefined],
    ["an empty list", { content: [] }, undefined],
    [
      "more than were asked for, in any order",
      chat(
        -1,
        [-3, -1, -2].map((logprob) => ({ token: `${logprob}`, logprob })),
      ),
      place(-1, [
        { token: "-1", logProbability: -1 },
        { token: "-2", logProbability: -2 },
      ]),
    ],
  ])("%s", async (_, logProbs, expected) => {
    for (const id of ["vllm/llama", "vllm+completions/llama"]) {
      const { ask } = await serve(id, [says("1", { logProbs })]);
      expect((await ask({ topLogProbs: 2 })).logProbs).toEqual(expected);
    }
  });

  it("a token of an ill name", async () => {
    const logProbs = completion(-1, JSON.parse('{"__proto__": -2}'));
    const { ask } = await serve("vllm+completions/llama", [says("1", { logProbs })]);
    const likeliest = [{ token: "__proto__", logProbability: -2 }];
    expect((await ask({ topLogProbs: 2 })).logProbs).toEqual(place(-1, likeliest));
  });

  it("a list that is longer than a call can take arguments", async () => {
    const content = Array.from({ length: 200_000 }, () => ({ token: "" }));
    const { ask } = await serve("vllm/llama", [says("1", { logProbs: { content } })]);
    expect((await ask({ topLogProbs: 1 })).logProbs).toHaveLength(200_000);
  });
});

describe("a recorded call", () => {
  const item = {
    suite: "0".repeat(64),
    problem: "p-1",
    interpreter: "agent",
    configuration: "0".repeat(16),
    epoch: 1,
  };
  const conversation = { item, role: "interpreter", branch: "main" };
  const signal = new AbortController().signal;

  it("gives log-probabilities back as they were", async () => {
    const records = memoryModelRecords();
    const { model, timer, server } = await serve("vllm+completions/llama", [says("1 or 0")]);
    const ask = async (): Promise<ModelReply> =>
      recordedModel(model, { records, place: conversation, clock: timer, offline: false }).complete(
        { ...hello, topLogProbs: 4 },
        signal,
      );
    const { logProbs } = await ask();
    expect(logProbs).toHaveLength(1);
    expect((await ask()).logProbs).toEqual(logProbs);
    expect(server.requests).toHaveLength(1);
  });

  it("has the hash that it had before there were any, unless it asks for them", async () => {
    const hashOf = async (topLogProbs?: number): Promise<string | undefined> => {
      const records = memoryModelRecords();
      const { model, timer } = await serve("vllm/llama", [says("Yes.")]);
      const parts = { records, place: conversation, clock: timer, offline: false };
      const request = { ...hello, maxTokens: 5, ...(topLogProbs !== undefined && { topLogProbs }) };
      await recordedModel(model, parts).complete(request, signal);
      return (await records.get({ ...conversation, ordinal: 1 }))?.request.hash;
    };
    const before = "e43cca4e7be0ad44173456e435d43852a07473b2a61c5b33ee48f118fdefef8f";
    expect(await hashOf()).toBe(before);
    expect(await hashOf(5)).not.toBe(before);
  });
});
