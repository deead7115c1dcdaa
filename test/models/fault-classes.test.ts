import { describe, expect, it } from "vitest";
import type { ModelReply } from "../../src/contract/index.ts";
import { faultOf } from "../../src/models/model-fault.ts";
import { patientPolicy, usualModelSettings } from "../../src/models/index.ts";
import { recordedModel } from "../../src/models/index.ts";
import { ServerFault } from "../../src/models/server-fault.ts";
import { memoryModelRecords } from "../../src/store/index.ts";
import { says } from "../support/model-server.ts";
import type { ServedTurn } from "../support/model-server.ts";
import { hello, serve } from "./serve.ts";

const kindOf = (status: number, body: unknown, headers: Record<string, string> = {}): string =>
  faultOf(new ServerFault({ status, headers, body: JSON.stringify(body) }), 0).kind;

const GOOGLE_WORDS = "You exceeded your current quota, please check your plan and billing details.";
const google = (quotaId: string, retryDelay?: string, words = GOOGLE_WORDS): unknown => ({
  error: {
    code: 429,
    message: words,
    status: "RESOURCE_EXHAUSTED",
    details: [
      { "@type": "type.googleapis.com/google.rpc.QuotaFailure", violations: [{ quotaId }] },
      ...(retryDelay === undefined
        ? []
        : [{ "@type": "type.googleapis.com/google.rpc.RetryInfo", retryDelay }]),
    ],
  },
});

// Sources: https://ai.google.dev/gemini-api/docs/rate-limits, diegosouzapw/OmniRoute#9504 (Google);
// https://developers.openai.com/api/docs/guides/error-codes (OpenAI); https://platform.claude.com/docs/en/api/errors
// (Anthropic); https://openrouter.ai/docs/api/reference/errors-and-debugging (OpenRouter);
// https://platform.moonshot.ai/docs (Moonshot); https://api-docs.deepseek.com/quick_start/error_codes (DeepSeek).
describe("a fault is classed by its codes before its words", () => {
  it.each<[string, string, number, unknown, Record<string, string>?]>([
    ["Google, a minute", "transient", 429, google("RequestsPerMinute", "3s")],
    ["Google, a day by its name, seconds by its delay", "transient", 429, google("PerDay", "36s")],
    ["Google, a delay of hours", "quota", 429, google("PerDay", "40000s")],
    [
      "Google, the delay in words alone",
      "transient",
      429,
      { error: { message: `${GOOGLE_WORDS} Please retry in 3.4s.` } },
    ],
    ["the words alone", "quota", 429, { error: { message: GOOGLE_WORDS } }],
    [
      "a code of a passing limit with words about billing",
      "transient",
      429,
      { error: { message: "Limit reached, see your plan", code: "rate_limit_exceeded" } },
    ],
    [
      "a limit by the minute with words about billing",
      "transient",
      429,
      {
        error: { message: "Rate limit of 3 requests per minute; add a billing method to lift it" },
      },
    ],
    [
      "an empty account with plain words",
      "quota",
      429,
      { error: { message: "No.", type: "insufficient_quota", code: "insufficient_quota" } },
    ],
    [
      "an empty account by its status",
      "quota",
      402,
      { error: { message: "Insufficient Balance" } },
    ],
    [
      "Moonshot's code",
      "quota",
      429,
      { error: { message: "No.", type: "exceeded_current_quota_error" } },
    ],
    [
      "Anthropic's balance",
      "quota",
      400,
      { error: { type: "invalid_request_error", message: "Your credit balance is too low" } },
    ],
    [
      "Anthropic's overload",
      "transient",
      200,
      { type: "error", error: { type: "overloaded_error", message: "No." } },
    ],
    [
      "Anthropic's own fault",
      "transient",
      200,
      { type: "error", error: { type: "api_error", message: "Internal server error" } },
    ],
    [
      "Anthropic's limit",
      "transient",
      200,
      { type: "error", error: { type: "rate_limit_error", message: "No." } },
    ],
    [
      "Anthropic's refusal of a key",
      "permanent",
      200,
      { type: "error", error: { type: "authentication_error", message: "try again" } },
    ],
    [
      "OpenRouter's number",
      "transient",
      200,
      { error: { code: 502, message: "Network connection lost." } },
    ],
    [
      "a number as text",
      "transient",
      200,
      { error: { code: "503", message: "Not supported just now" } },
    ],
    [
      "a refusal in a reply",
      "permanent",
      200,
      { error: { code: 400, message: "temporarily unavailable" } },
    ],
    [
      "a limit in a gateway's fault",
      "transient",
      400,
      { error: { code: "rate_limit_exceeded", message: "No." } },
    ],
    [
      "a refusal in a gateway's fault",
      "permanent",
      500,
      { error: { code: 400, message: "litellm.BadRequestError" } },
    ],
    [
      "a wait of a day in words",
      "quota",
      429,
      { error: { message: "Resource has been exhausted (reset after 24h)" } },
    ],
    ["words of no meaning", "transient", 200, { error: { message: "Provider disconnected" } }],
    ["words of a refusal", "permanent", 200, { error: "this model does not support tools" }],
  ])("%s is %s", (_, kind, status, body, headers) => {
    expect(kindOf(status, body, headers)).toBe(kind);
  });

  it.each<[unknown, string]>([
    [{ error: "in a text" }, "in a text"],
    [{ object: "error", message: "in a message" }, "in a message"],
    [{ detail: "in a detail" }, "in a detail"],
    [{ detail: [{ msg: "in a list" }] }, "in a list"],
    [
      { error: { message: "Provider returned error", metadata: { raw: "the reason" } } },
      "the reason",
    ],
    [{ error: { message: "Wrapped", metadata: { raw: '{"error":{"message":"deep"}}' } } }, "deep"],
    [[{ error: { message: "in a list of faults" } }], "in a list of faults"],
    [{ errors: [{ message: "one of several" }] }, "one of several"],
    ["plain", "plain"],
  ])("and the server's words are shown: %j", (body, words) => {
    const fault = faultOf(
      new ServerFault({ status: 400, statusText: "Bad Request", body: JSON.stringify(body) }),
      0,
    );
    expect(fault.summary).toContain(words);
    expect(fault.summary).not.toContain("Bad Request");
  });
});

const status = (code: number, body: unknown): ServedTurn => ({
  kind: "status",
  status: code,
  body,
});
const fine = says("Fine.", { usage: { input: 1_000_000, output: 100_000 } });
const cut: ServedTurn = { kind: "cut", text: "Well, " };
const price = { input: 1, cached: 1, output: 10, source: "here", date: "" };
const priced = (model: string) => ({ prices: [{ ...price, model }] });

describe("a limit without a wait", () => {
  const busy = status(429, {
    object: "error",
    message: "Rate limit exceeded",
    type: "rate_limited",
    code: "1300",
  });

  it("is waited for beyond a minute", async () => {
    const { ask, timer } = await serve("mistral/small", [busy]);
    await expect(ask()).rejects.toThrow("--patience");
    expect(timer.waits.reduce((sum, wait) => sum + wait, 0)).toBeGreaterThan(60_000);
  });

  it("is waited for as long as the user has patience, and no longer", async () => {
    for (const patience of [0, 20_000, 3_600_000]) {
      const retry = patientPolicy(usualModelSettings.retry, patience);
      const { ask, timer } = await serve("mistral/small", [busy], { retry });
      await expect(ask()).rejects.toThrow("429");
      const waited = timer.waits.reduce((sum, wait) => sum + wait, 0);
      expect(waited).toBeLessThanOrEqual(patience);
      expect(waited).toBeGreaterThan(patience / 2 - 5001);
    }
  });

  it("is waited for as long as Google says, in the words of an empty account", async () => {
    const { ask, timer } = await serve("google/gemini-3.5-flash", [
      status(429, google("PerMinute", "3s")),
      fine,
    ]);
    await ask();
    expect(timer.waits).toEqual([3000]);
  });
});

describe("what a call costs is told for each of its requests", () => {
  const id = "vllm/some-model";

  it("where one of them was cut", async () => {
    const { ask, source } = await serve(id, [cut, fine], priced(id));
    const reply = await ask({ maxTokens: 1000 });
    expect(reply).toMatchObject({ requests: 2, unpriced: 1, cost: { paid: 2 } });
    // The one that was cut counts with what it might have cost.
    expect(source.spending().spent).toBeGreaterThan(2);
  });

  it("where a server only refused, which costs nothing", async () => {
    const { ask, source } = await serve(id, [status(503, {}), fine], priced(id));
    expect(Object.keys(await ask())).not.toContain("unpriced");
    expect(source.spending().spent).toBe(2);
  });

  it("where none brought a reply, in the record too", async () => {
    const records = memoryModelRecords();
    const { model, timer } = await serve(id, [cut]);
    const item = {
      suite: "0".repeat(64),
      problem: "p",
      interpreter: "agent",
      configuration: "0".repeat(16),
      epoch: 1,
    };
    const place = { item, role: "interpreter", branch: "main" };
    const recorded = recordedModel(model, { records, place, clock: timer, offline: false });
    await expect(recorded.complete(hello, new AbortController().signal)).rejects.toMatchObject({
      data: { requests: 6, unpriced: 6 },
    });
    expect(records.tally()).toMatchObject({ failed: 1, unpriced: 6, paid: 0 });
  });

  it.each<[string, object, Partial<ModelReply["usage"]>, number | null]>([
    // https://docs.x.ai/docs/key-information/consumption-and-rate-limits
    [
      "thinking beside the tokens of the reply",
      {
        prompt_tokens: 10_000,
        completion_tokens: 1500,
        total_tokens: 14_500,
        completion_tokens_details: { reasoning_tokens: 3000 },
      },
      { input: 10_000, output: 4500, reasoning: 3000 },
      0.055,
    ],
    [
      "thinking among the tokens of the reply",
      {
        prompt_tokens: 10_000,
        completion_tokens: 4500,
        total_tokens: 14_500,
        completion_tokens_details: { reasoning_tokens: 3000 },
      },
      { input: 10_000, output: 4500 },
      0.055,
    ],
    [
      "nulls",
      { prompt_tokens: null, completion_tokens: null, total_tokens: null },
      { input: null, output: null },
      null,
    ],
    [
      "noughts",
      { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 },
      { input: null, output: null },
      null,
    ],
    [
      "a total alone for the reply",
      { prompt_tokens: 100, completion_tokens: null, total_tokens: 150 },
      { output: 50 },
      0.0006,
    ],
    // https://api-docs.deepseek.com/api/create-chat-completion
    [
      "a cache of its own name",
      { prompt_tokens: 100, prompt_cache_hit_tokens: 60, completion_tokens: 10, total_tokens: 110 },
      { cached: 60 },
      0.0002,
    ],
  ])("by %s", async (_, usage, tokens, paid) => {
    const choices = [{ index: 0, delta: { content: "Yes." }, finish_reason: "stop" }];
    const { ask } = await serve(
      id,
      [{ kind: "wire", events: [{ choices }, { choices: [], usage }, "[DONE]"] }],
      priced(id),
    );
    const reply = await ask();
    expect(reply.usage).toMatchObject(tokens);
    if (paid === null) expect(reply).toMatchObject({ cost: { paid: null }, unpriced: 1 });
    else expect(reply.cost.paid).toBeCloseTo(paid, 10);
  });
});

describe("a reply that cannot be read", () => {
  it.each<[string, ServedTurn]>([
    [
      "a page",
      { kind: "wire", body: "<html>Sign in</html>", headers: { "content-type": "text/html" } },
    ],
    ["JSON of another kind", { kind: "wire", body: { ok: true } }],
  ])("is asked for once more and no further: %s", async (_, turn) => {
    const { ask, server } = await serve("vllm/some-model", [turn]);
    await expect(ask()).rejects.toThrow("check that the address is that of an interface of models");
    expect(server.requests).toHaveLength(2);
  });
});

it("a server that never says where its replies end is believed from the third on, and then at once", async () => {
  const { ask, server } = await serve("vllm/some-model", [
    { kind: "cut", text: "Yes.", politely: true },
  ]);
  expect(await ask()).toMatchObject({ message: { text: "Yes." }, requests: 3, unpriced: 3 });
  expect(await ask()).toMatchObject({ message: { text: "Yes." }, requests: 1 });
  expect(server.requests).toHaveLength(4);
});

it("what a server refused is remembered for all calls of the run", async () => {
  const { ask, server } = await serve("azure/house", ({ body }) =>
    body["max_tokens"] === undefined
      ? fine
      : status(400, {
          error: { message: "Use 'max_completion_tokens' instead.", param: "max_tokens" },
        }),
  );
  for (let call = 0; call < 3; call += 1) await ask({ maxTokens: 5 });
  expect(server.requests).toHaveLength(4);
});
