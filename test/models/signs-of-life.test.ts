import { expect, it } from "vitest";
import { chanceFrom } from "../../src/core/index.ts";
import { modelSource, usualModelSettings } from "../../src/models/index.ts";
import type { Send } from "../../src/models/http-send.ts";
import { openaiProtocol } from "../support/model-server/openai-protocol.ts";
import { says } from "../support/model-server.ts";
import { hello } from "./serve.ts";
import { simulatedTimer } from "./simulated-timer.ts";

const { signal } = new AbortController();
const SILENCE = 300_000;

/** What a model says whose server sends a piece again and again, with a pause before each, and then replies. */
async function heardAfter(piece: string, pause: number): Promise<string> {
  const timer = simulatedTimer();
  const reply = openaiProtocol.reply(says("Fine."), "any", {}).join("");
  const send: Send = async (_, listener, aborted) => {
    listener.head({ status: 200, statusText: "", headers: {} });
    for (let count = 0; count < 20; count += 1) {
      await timer.delay(pause, aborted);
      listener.piece(Buffer.from(piece));
    }
    listener.piece(Buffer.from(reply));
  };
  const { retry, reply: limits, ...rest } = usualModelSettings;
  const model = await modelSource({
    environment: { VLLM_BASE_URL: "http://vllm/v1" },
    send: () => send,
    timer,
    chance: chanceFrom("waits"),
    settings: {
      ...rest,
      retry: { ...retry, attempts: 1 },
      reply: { ...limits, silence: SILENCE },
    },
  }).open("vllm/llama");
  return timer.during(model.complete(hello, signal).then(({ message }) => message.text));
}

// OpenRouter sends `: OPENROUTER PROCESSING`, https://openrouter.ai/docs/api/reference/streaming;
// Anthropic `event: ping`, https://platform.claude.com/docs/en/build-with-claude/streaming; DeepSeek
// empty lines and `: keep-alive`, https://api-docs.deepseek.com/quick_start/rate_limit.
it.each([
  ["a comment", ": OPENROUTER PROCESSING\n\n"],
  ["a comment without a word", ":\n\n"],
  ["an empty line", "\n"],
  ["a ping", 'event: ping\ndata: {"type": "ping"}\n\n'],
  ["an event of nothing", 'data: {"choices": []}\n\n'],
])("%s again and again keeps a server alive, however long it takes", async (_, piece) => {
  const text = await heardAfter(piece, SILENCE - 1);
  expect(text).toBe("Fine.");
  await expect(heardAfter(piece, SILENCE + 1)).rejects.toThrow("Expected a word within 300 s");
});

it("half a line is a sign of life as well", async () => {
  const timer = simulatedTimer();
  const send: Send = async (_, listener, aborted) => {
    listener.head({ status: 200, statusText: "", headers: {} });
    for (const byte of Buffer.from(": still here\n\n")) {
      await timer.delay(SILENCE - 1, aborted);
      listener.piece(Buffer.from([byte]));
    }
    listener.piece(Buffer.from(openaiProtocol.reply(says("Fine."), "any", {}).join("")));
  };
  const model = await modelSource({
    environment: { VLLM_BASE_URL: "http://vllm/v1" },
    send: () => send,
    timer,
    chance: chanceFrom("waits"),
    settings: usualModelSettings,
  }).open("vllm/llama");
  const { message, requests } = await timer.during(model.complete(hello, signal));
  expect({ text: message.text, requests }).toEqual({ text: "Fine.", requests: 1 });
});
