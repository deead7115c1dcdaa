import { describe, expect, it } from "vitest";
import { scripted } from "../../src/models/index.ts";
import { hello } from "./serve.ts";

const signal = new AbortController().signal;

describe("a scripted model", () => {
  it("says its replies turn by turn, in every conversation from the first", async () => {
    const model = scripted(["one", "two"]);
    const first = await model.complete(hello, signal);
    const again = await model.complete(hello, signal);
    expect(first.message.text).toBe("one");
    expect(again).toEqual(first);
    const messages = [...hello.messages, first.message, ...hello.messages];
    expect((await model.complete({ messages }, signal)).message.text).toBe("two");
  });

  it("calls tools, and writes broken arguments where it is told to", async () => {
    const calls = [
      { tool: "ask", arguments: { inputs: [1] } },
      { tool: "ask", arguments: '{"inputs": [2]}' },
      { tool: "ask", arguments: '{"inputs": [3' },
      { tool: "ask", arguments: '{"inputs": 1e999}' },
    ];
    const reply = await scripted([{ text: "I ask.", calls }]).complete(hello, signal);
    expect(reply.finish).toBe("tool-calls");
    expect(reply.message.toolCalls).toEqual([
      { kind: "called", id: "call-1-1", tool: "ask", arguments: { inputs: [1] } },
      { kind: "called", id: "call-1-2", tool: "ask", arguments: { inputs: [2] } },
      { kind: "malformed", id: "call-1-3", tool: "ask", text: '{"inputs": [3' },
      { kind: "malformed", id: "call-1-4", tool: "ask", text: '{"inputs": 1e999}' },
    ]);
  });

  it("answers as a function of the request", async () => {
    const model = scripted(({ messages }) => `${messages.length} messages`, "scripted/counter");
    expect(model.id).toBe("scripted/counter");
    expect((await model.complete(hello, signal)).message.text).toBe("1 messages");
  });

  it("says so when its replies are used up, and ends when it is told to", async () => {
    await expect(scripted([]).complete(hello, signal)).rejects.toMatchObject({
      code: "bad-argument",
    });
    const ended = AbortSignal.abort(new Error("enough"));
    await expect(scripted(["one"]).complete(hello, ended)).rejects.toThrow("enough");
  });
});
