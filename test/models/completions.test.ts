import * as fc from "fast-check";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import type { ModelMessage } from "../../src/contract/index.ts";
import { says, serverKey } from "../support/model-server.ts";
import { serve } from "./serve.ts";

const id = "vllm+completions/meta/llama";

const said = (text: string): ModelMessage => ({
  role: "assistant",
  text,
  toolCalls: [],
  reasoning: [],
});

describe("one message of a user", () => {
  it.each([
    ["trailing white space", "concept: bird, word: owl, related: "],
    ["leading white space", "\n\n\t 1"],
    ["other scripts", "ключ → 鍵 🗝️ é é"],
    ["words that mark turns", "User: hello\n\nAssistant: "],
    ["line ends of every kind", "a\r\nb\rc\u2028d\u0085"],
    ["nothing", ""],
  ])("is sent as it is: %s", async (_, text) => {
    const { ask, server } = await serve(id, [says("1")]);
    await ask({ messages: [{ role: "user", text }], maxTokens: 1 });
    expect(server.requests[0]?.body).toEqual({
      model: "meta/llama",
      prompt: text,
      max_tokens: 1,
      stream: true,
      stream_options: { include_usage: true },
    });
  });

  it("is sent as it is, whatever it is, and is gone on with as it is", async () => {
    const { ask, server } = await serve(id, (request) => says(String(request.body["prompt"])));
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary" }), async (text) => {
        const { message } = await ask({ messages: [{ role: "user", text }] });
        expect(server.requests.at(-1)?.body["prompt"]).toBe(text);
        expect(message.text).toBe(text);
      }),
      { numRuns: 50 },
    );
  });
});

describe("a conversation", () => {
  it("is set down turn by turn, and stops where the user would speak", async () => {
    const { ask, server } = await serve(id, [says(" It is 11.")]);
    const messages: ModelMessage[] = [
      { role: "system", text: "Find the rule." },
      { role: "user", text: "What do you ask?" },
      said(" 5\n"),
      { role: "user", text: "11 at 5" },
    ];
    const { message } = await ask({ messages, stop: ["END"] });
    expect(server.requests[0]?.body["prompt"]).toBe(
      "Find the rule.\n\nUser: What do you ask?\n\nAssistant: 5\n\nUser: 11 at 5\n\nAssistant:",
    );
    expect(server.requests[0]?.body["stop"]).toEqual(["\nUser:", "END"]);
    expect(message.text).toBe(" It is 11.");
  });

  it("may begin with any turn", async () => {
    const { ask, server } = await serve(id, [says("Yes.")]);
    await ask({ messages: [{ role: "system", text: "Go on." }] });
    expect(server.requests[0]?.body["prompt"]).toBe("Go on.\n\nAssistant:");
  });
});

it("passes settings on", async () => {
  const { ask, server } = await serve(id, [says("1")]);
  await ask({ maxTokens: 7, temperature: 0, seed: 5, stop: ["END"], topLogProbs: 20 });
  expect(server.requests[0]?.body).toMatchObject({
    max_tokens: 7,
    temperature: 0,
    seed: 5,
    stop: ["END"],
    logprobs: 20,
  });
});

it("sends nothing of this machine, and nothing that is meant for OpenAI", async () => {
  vi.stubEnv("OPENAI_ORG_ID", "org-1");
  vi.stubEnv("OPENAI_ADMIN_KEY", "admin-1");
  vi.stubEnv("OPENAI_CUSTOM_HEADERS", "x-planted: 1\nauthorization: Bearer planted");
  onTestFinished(() => void vi.unstubAllEnvs());
  const { ask, server } = await serve(id, [says("1")]);
  await ask();
  const headers = server.requests[0]?.headers ?? {};
  expect(headers["authorization"]).toBe(`Bearer ${serverKey}`);
  expect(Object.keys(headers).filter((name) => /^(?:x-|openai-)/u.test(name))).toEqual([]);
});

it("openrouter says itself what a completion cost", async () => {
  const usage = { input: 10, output: 2, cost: 0.0125 };
  const { ask } = await serve("openrouter+completions/some/model", [says("Yes.", { usage })]);
  expect((await ask()).cost).toEqual({ list: 0.0125, paid: 0.0125, source: "provider" });
});

describe("a fault that is told in another form", () => {
  it.each<[string, unknown, string]>([
    ["a page", "<h1>No such model</h1>", "No such model"],
    ["a message without `error`", { message: "no such model" }, "no such model"],
    ["a detail", { detail: "Not Found" }, "Not Found"],
    ["an error that is a text", { error: "model not loaded" }, "model not loaded"],
  ])("%s is shown", async (_, body, words) => {
    const { ask } = await serve(id, [{ kind: "status", status: 404, body }]);
    await expect(ask()).rejects.toThrow(words);
  });

  it("is known as an empty account", async () => {
    const body = { object: "error", message: "insufficient balance" };
    const { ask } = await serve(id, [{ kind: "status", status: 403, body }]);
    await expect(ask()).rejects.toMatchObject({ code: "model-stopped" });
  });

  it("is tried again where the connection cannot even be made", async () => {
    const { ask, server } = await serve(id, [says("1")]);
    await server.close();
    await expect(ask()).rejects.toMatchObject({
      code: "model-failed",
      data: { kind: "transient", status: null, requests: 6 },
    });
  });
});

it("reads a line without an end in time by its length", async () => {
  const { ask } = await serve(id, [{ kind: "endless", oneLine: true }]);
  expect(await ask()).toMatchObject({ finish: "cut-off", message: { text: "Once " } });
});
