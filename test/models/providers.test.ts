import { describe, expect, it } from "vitest";
import type { ModelTool } from "../../src/contract/index.ts";
import { calls, says } from "../support/model-server.ts";
import { serve } from "./serve.ts";

const chats = [
  "openai/gpt-4o-mini",
  "anthropic/claude-haiku-4-5",
  "google/gemini-3.5-flash",
  "vllm/meta/llama",
];

const ids = [...chats, "vllm+completions/meta/llama"];

const ask: ModelTool = {
  name: "ask",
  description: "Asks the black box.",
  parameters: { type: "object", properties: { inputs: { type: "array" } } },
};

describe.each(ids)("%s", (id) => {
  it("gives back text, usage, the served model and why it ended", async () => {
    const served = await serve(id, [
      says("A line of slope 2.", { usage: { input: 90, cached: 40, output: 7 } }),
    ]);
    const reply = await served.ask();
    expect(reply.message.text).toBe("A line of slope 2.");
    expect(reply.message.toolCalls).toEqual([]);
    expect(reply.finish).toBe("stop");
    expect(reply.usage).toMatchObject({ input: 90, cached: 40, output: 7 });
    expect(reply.servedModel).toBe(id.slice(id.indexOf("/") + 1));
    expect(reply.requests).toBe(1);
    expect(served.server.requests).toHaveLength(1);
  });

  it("says that a reply was cut at the limit of tokens", async () => {
    const { ask: complete } = await serve(id, [says("A line of", { finish: "length" })]);
    expect(await complete({ maxTokens: 3 })).toMatchObject({
      finish: "length",
      message: { text: "A line of" },
    });
  });

  it("says that a reply was refused", async () => {
    const { ask: complete } = await serve(id, [says("I will not.", { finish: "refused" })]);
    const reply = await complete();
    expect(reply.finish).toBe("refused");
    expect(reply.message.text).toBe("I will not.");
  });

  it("tells which model answered", async () => {
    const { ask: complete } = await serve(id, [says("Yes.", { model: "another-model" })]);
    expect((await complete()).servedModel).toBe("another-model");
  });
});

describe.each(chats)("%s, as a conversation", (id) => {
  it("calls tools, several at once", async () => {
    const { ask: complete, server } = await serve(id, [
      calls(
        { tool: "ask", arguments: { inputs: [1, 2] } },
        { tool: "ask", arguments: { inputs: [3] } },
      ),
    ]);
    const reply = await complete({ tools: [ask] });
    expect(reply.finish).toBe("tool-calls");
    expect(reply.message.toolCalls).toMatchObject([
      { kind: "called", tool: "ask", arguments: { inputs: [1, 2] } },
      { kind: "called", tool: "ask", arguments: { inputs: [3] } },
    ]);
    const [first, second] = reply.message.toolCalls;
    expect(first?.id).not.toBe(second?.id);
    expect(JSON.stringify(server.requests[0]?.body)).toContain("Asks the black box.");
  });

  it("goes on with its own turn and the results of its tools", async () => {
    const { ask: complete, server } = await serve(id, [
      { ...calls({ tool: "ask", arguments: { inputs: [5] } }), text: "I try 5.", reasoning: "Hm." },
      says("It is 11."),
    ]);
    const first = await complete({ tools: [ask] });
    const results = first.message.toolCalls.map((call) => ({
      role: "tool" as const,
      call: call.id,
      tool: call.tool,
      text: "11 at 5",
      isError: false,
    }));
    const second = await complete({
      tools: [ask],
      messages: [{ role: "user", text: "Hello" }, first.message, ...results],
    });
    expect(second.message.text).toBe("It is 11.");
    const sent = JSON.stringify(server.requests[1]?.body);
    expect(sent).toContain("I try 5.");
    expect(sent).toContain("11 at 5");
  });

  it("asks for a form of output and passes settings on", async () => {
    const { ask: complete, server } = await serve(id, [says('{"answer": 1}')]);
    const schema = { type: "object", properties: { answer: { type: "number" } } };
    const reply = await complete({
      output: { name: "verdict", schema },
      maxTokens: 77,
      temperature: 0.5,
      seed: 5,
      stop: ["END"],
    });
    const sent = JSON.stringify(server.requests[0]?.body);
    for (const word of ['"answer"', "77", "0.5", "END"]) expect(sent).toContain(word);
    const isIgnored = reply.ignored.includes("seed");
    expect(isIgnored).toBe(id.startsWith("anthropic"));
    expect(reply.message.text).toBe('{"answer": 1}');
  });
});

it.each([
  ["anthropic/claude-haiku-4-5", "signature"],
  ["google/gemini-3.5-flash", "thoughtSignature"],
])("%s gets back what it left with its turn", async (id, field) => {
  const { ask: complete, server } = await serve(id, [
    { ...calls({ tool: "ask", arguments: { inputs: [5] } }), reasoning: "Hm." },
    says("It is 11."),
  ]);
  const { message } = await complete({ tools: [ask] });
  const copied = JSON.parse(JSON.stringify(message)) as typeof message;
  const [call] = message.toolCalls;
  const result = {
    role: "tool",
    call: call?.id ?? "",
    tool: "ask",
    text: "11 at 5",
    isError: false,
  } as const;
  const messages = [{ role: "user", text: "Hello" } as const, copied, result];
  await complete({ tools: [ask], messages });
  expect(JSON.stringify(server.requests[1]?.body)).toContain(`"${field}":"signed"`);
});

it("openrouter says itself what a call cost", async () => {
  const usage = { input: 10, output: 2, cost: 0.0125 };
  const { ask: complete } = await serve("openrouter/some/model", [says("Yes.", { usage })]);
  expect((await complete()).cost).toEqual({ list: 0.0125, paid: 0.0125, source: "provider" });
});

it("others are not believed what they say about costs", async () => {
  const usage = { input: 10, output: 2, cost: 0 };
  const { ask: complete } = await serve("vllm/llama", [says("Yes.", { usage })]);
  expect((await complete()).cost).toEqual({ list: null, paid: null, source: null });
});
