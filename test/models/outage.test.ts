import { setMaxListeners } from "node:events";
import { describe, expect, it } from "vitest";
import { chanceFrom } from "../../src/core/index.ts";
import { modelSource, usualModelSettings } from "../../src/models/index.ts";
import type { ModelSettings, ModelSource } from "../../src/models/index.ts";
import type { Send } from "../../src/models/http-send.ts";
import { openaiProtocol } from "../support/model-server/openai-protocol.ts";
import { says } from "../support/model-server.ts";
import { hello } from "./serve.ts";
import { simulatedTimer } from "./simulated-timer.ts";
import type { SimulatedTimer } from "./simulated-timer.ts";

/** When the server is down, and how long a request takes, in milliseconds. */
const [FROM, LENGTH, LATENCY] = [10_000, 90_000, 200];
const { signal } = new AbortController();
// Each conversation listens to it.
setMaxListeners(0, signal);

/** What a server that is down does with a request, instead of answering it. */
type Down = { readonly status: number; readonly body: string } | { readonly code: string };

interface Scene {
  readonly source: ModelSource;
  readonly timer: SimulatedTimer;
  /** Requests to each provider, answered or not. */
  readonly requests: Map<string, number>;
  readonly outages: string[];
}

/** Servers of which `openai`'s is down for a while, in time that passes only where all wait for it. */
function scene(down: Down, settings: Partial<ModelSettings> = {}): Scene {
  const timer = simulatedTimer();
  const requests = new Map<string, number>();
  const reply = Buffer.from(openaiProtocol.reply(says("Fine."), "any", {}).join(""));
  const send: Send = async ({ url }, listener, aborted) => {
    const host = new URL(url).hostname;
    requests.set(host, (requests.get(host) ?? 0) + 1);
    await timer.delay(LATENCY, aborted);
    const isDown = host === "openai" && timer.now() >= FROM && timer.now() < FROM + LENGTH;
    if (isDown && "code" in down) throw Object.assign(new Error("no way"), { code: down.code });
    const status = isDown && "status" in down ? down.status : 200;
    listener.head({ status, statusText: "", headers: {} });
    listener.piece(isDown && "body" in down ? Buffer.from(down.body) : reply);
  };
  const outages: string[] = [];
  const source = modelSource({
    environment: { OPENAI_BASE_URL: "http://openai/v1", VLLM_BASE_URL: "http://vllm/v1" },
    send: () => send,
    timer,
    chance: chanceFrom("waits"),
    settings: { ...usualModelSettings, ...settings },
    onOutage: (provider, words) => outages.push(`${provider}: ${words}`),
  });
  return { source, timer, requests, outages };
}

/** Conversations held at once, of so many calls each with a second between them; when they ended. */
async function conversing(
  { source, timer }: Scene,
  id: string,
  conversations: number,
  calls: number,
): Promise<number> {
  const model = await source.open(id);
  const one = async (): Promise<void> => {
    for (let call = 0; call < calls; call += 1) {
      await timer.delay(1000, signal);
      expect((await model.complete(hello, signal)).message.text).toBe("Fine.");
    }
  };
  await Promise.all(Array.from({ length: conversations }, one));
  return timer.now();
}

const unavailable: Down = { status: 503, body: "<html>Nobody is here</html>" };

describe.each<[string, Down]>([
  ["status 500", { status: 500, body: "" }],
  ["a gateway's page", unavailable],
  ["refused connections", { code: "ECONNREFUSED" }],
  ["lost connections", { code: "ECONNRESET" }],
  ["an overload, told in the reply", { status: 200, body: overloaded() }],
])("a server that gives nothing but %s for 90 s", (_, down) => {
  it.each([1, 16])("loses no call of %i conversations, and is tried few times", async (many) => {
    const told = scene(down);
    const ended = await told.timer.during(conversing(told, "openai/gpt-4o-mini", many, 40));
    // It was waited for, and not much longer than it was down.
    expect(ended).toBeGreaterThan(FROM + LENGTH);
    expect(ended).toBeLessThan(FROM + LENGTH + 60_000);
    const refused = (told.requests.get("openai") ?? 0) - many * 40;
    // Those under way when it went down, and one trial at a time, every 15 s in the end.
    expect(refused).toBeLessThanOrEqual(many + 3 + 4 + LENGTH / 15_000);
    expect(told.outages).toEqual([expect.stringMatching(/^openai: /u)]);
  });
});

function overloaded(): string {
  return `data: ${JSON.stringify({ error: { type: "overloaded_error", message: "Later" } })}\n\n`;
}

it("another provider goes on as if nothing was", async () => {
  const told = scene(unavailable);
  const [down, well] = await told.timer.during(
    Promise.all([
      conversing(told, "openai/gpt-4o-mini", 4, 20),
      conversing(told, "vllm/llama", 4, 20),
    ]),
  );
  expect(well).toBe(20 * (1000 + LATENCY));
  expect(down).toBeGreaterThan(FROM + LENGTH);
  expect(told.requests.get("vllm")).toBe(80);
});

describe("a server that is down for longer than a user has patience", () => {
  const ask = async ({ source, timer }: Scene, many: number) => {
    const model = await source.open("openai/gpt-4o-mini");
    const one = async (): Promise<unknown> => {
      await timer.delay(FROM, signal);
      return model.complete(hello, signal);
    };
    return timer.during(Promise.allSettled(Array.from({ length: many }, one)));
  };

  it("stops its model, and no call is given up by itself", async () => {
    const retry = { ...usualModelSettings.retry, totalWait: 30_000 };
    const told = scene(unavailable, { retry });
    for (const end of await ask(told, 8))
      expect(end).toMatchObject({ status: "rejected", reason: { code: "model-stopped" } });
    expect(told.requests.get("openai")).toBeLessThanOrEqual(8 + 3 + 6);
  });

  it("fails one call alone after its tries, where it was never heard", async () => {
    const told = scene(unavailable);
    const [end] = await ask(told, 1);
    expect(end).toMatchObject({ status: "rejected", reason: { code: "model-failed" } });
    expect(told.requests.get("openai")).toBe(usualModelSettings.retry.attempts);
  });

  it("is waited for by one call alone, where the run had heard it before", async () => {
    const told = scene(unavailable, { isResumed: true });
    const [end] = await ask(told, 1);
    expect(end).toMatchObject({ status: "fulfilled" });
  });
});
