import { describe, expect, it } from "vitest";
import type { BenchError } from "../../src/core/index.ts";
import { calls, says, serverKey } from "../support/model-server.ts";
import type { ServedTurn } from "../support/model-server.ts";
import { systemTimer, usualModelSettings } from "../../src/models/index.ts";
import { hello, serve } from "./serve.ts";

const ids = [
  "openai/gpt-4o-mini",
  "anthropic/claude-haiku-4-5",
  "google/gemini-3.5-flash",
  "vllm/llama",
  "vllm+completions/llama",
];

const fine = says("Fine.");
const down = (status: number, body: unknown = { error: { message: "down" } }): ServedTurn => ({
  kind: "status",
  status,
  body,
});

describe.each(ids)("%s", (id) => {
  it.each<[string, ServedTurn]>([
    ["a server that is down", down(500)],
    ["an overloaded server", down(529)],
    ["a gateway's page", down(502, "<html>Bad gateway</html>")],
    ["a connection that is cut", { kind: "cut", text: "Well, I thi" }],
    ["a reply without its end", { kind: "cut", text: "Well, I thi", politely: true }],
    [
      "a fault told in the reply",
      { kind: "fault", type: "overloaded_error", message: "Overloaded" },
    ],
    ["JSON that is none", { kind: "malformed" }],
  ])("asks again after %s", async (_, turn) => {
    const { ask, server, timer } = await serve(id, [turn, turn, fine]);
    const reply = await ask();
    expect(reply.message.text).toBe("Fine.");
    expect(reply.requests).toBe(3);
    expect(server.requests).toHaveLength(3);
    expect(timer.waits).toHaveLength(2);
  });

  it("waits as long as the server says, up to a cap", async () => {
    const busy = (after: string): ServedTurn => ({
      kind: "status",
      status: 429,
      headers: { "retry-after": after },
    });
    const { ask, timer } = await serve(id, [busy("17"), busy("600"), fine]);
    await ask();
    const cap = usualModelSettings.retry.longestRetryAfter;
    expect(timer.waits.filter((wait) => wait >= 17_000)).toEqual([17_000, cap]);
  });

  it("gives up after so many tries", async () => {
    const { ask, server } = await serve(id, [down(503)]);
    await expect(ask()).rejects.toMatchObject({ code: "model-failed", data: { status: 503 } });
    expect(server.requests).toHaveLength(usualModelSettings.retry.attempts);
  });

  it.each([400, 403, 422])("does not ask again after status %i", async (status) => {
    const { ask, server } = await serve(id, [down(status)]);
    await expect(ask()).rejects.toMatchObject({ code: "model-failed", data: { status } });
    expect(server.requests).toHaveLength(1);
  });

  it.each([401, 404])("stops at status %i, which every call would meet", async (status) => {
    const { ask, server } = await serve(id, [down(status)]);
    for (let call = 0; call < 2; call += 1)
      await expect(ask()).rejects.toMatchObject({ code: "model-stopped", data: { status } });
    expect(server.requests).toHaveLength(1);
  });

  it("goes on after status 404 once it was heard, since not all that can be asked is there", async () => {
    const { ask, server } = await serve(id, [fine, down(404), fine]);
    await ask();
    await expect(ask()).rejects.toMatchObject({ code: "model-failed", data: { status: 404 } });
    await ask();
    expect(server.requests).toHaveLength(3);
  });

  it("stops when the account is empty", async () => {
    const message = "You exceeded your current quota, please check your plan and billing details.";
    const { ask, server } = await serve(id, [down(429, { error: { message } })]);
    await expect(ask()).rejects.toMatchObject({ code: "model-stopped" });
    await expect(ask()).rejects.toMatchObject({ code: "model-stopped" });
    expect(server.requests).toHaveLength(1);
  });

  it("stops when the server wants to be left alone for days", async () => {
    const headers = { "retry-after": "259200" };
    const { ask } = await serve(id, [{ kind: "status", status: 429, headers }]);
    await expect(ask()).rejects.toMatchObject({ code: "model-stopped" });
  });

  it("stops when calls fail again and again in the same way", async () => {
    const { ask, server } = await serve(id, (request) =>
      down(400, { error: { message: `Request req_${request.number} is bad` } }),
    );
    const codes: unknown[] = [];
    for (let call = 0; call < 7; call += 1)
      codes.push(await ask().catch((error: unknown) => (error as BenchError).code));
    expect(codes.slice(0, 4)).toEqual(Array.from({ length: 4 }, () => "model-failed"));
    expect(codes.slice(4)).toEqual(Array.from({ length: 3 }, () => "model-stopped"));
    expect(server.requests).toHaveLength(5);
  });

  it("stops listening to an endless talker and keeps what it said", async () => {
    const reply = { ...usualModelSettings.reply, characters: 20_000 };
    const { ask, server } = await serve(id, [{ kind: "endless" }], { reply });
    const { finish, message, usage } = await ask();
    expect(finish).toBe("cut-off");
    expect(message.text.startsWith("Once and so on")).toBe(true);
    expect(message.text.length).toBeLessThan(30_000);
    expect(usage).toEqual({ input: null, cached: null, output: null, reasoning: null });
    await expect.poll(() => server.requests[0]?.ending).toBe("hung-up");
    expect(server.requests).toHaveLength(1);
  });

  it.each([false, true])("hears little of a reply of 100 MB, in one line: %s", async (oneLine) => {
    const { ask, server } = await serve(id, [{ kind: "endless", bytes: 100 * 2 ** 20, oneLine }]);
    const { characters, bytes } = usualModelSettings.reply;
    const { finish, message } = await ask();
    expect(finish).toBe("cut-off");
    expect(message.text.length).toBeLessThan(1.1 * characters);
    await expect.poll(() => server.requests[0]?.ending).toBe("hung-up");
    // What is on its way, and in the buffers of both sides, was sent too.
    expect(server.requests[0]?.sent).toBeLessThan(bytes + 16 * 2 ** 20);
    expect(server.requests).toHaveLength(1);
  });

  it("holds no line without an end", async () => {
    const reply = { ...usualModelSettings.reply, bytes: 100_000 };
    const { ask, server } = await serve(id, [{ kind: "endless", oneLine: true }], { reply });
    expect(await ask()).toMatchObject({ finish: "cut-off", message: { text: "Once " } });
    await expect.poll(() => server.requests[0]?.ending).toBe("hung-up");
  });

  it("does not ask again after a reply that is too long before it says anything", async () => {
    const reply = { ...usualModelSettings.reply, bytes: 100 };
    const { ask, server } = await serve(id, [{ kind: "endless", oneLine: true }], { reply });
    await expect(ask()).rejects.toMatchObject({ code: "model-failed", data: { requests: 1 } });
    expect(server.requests).toHaveLength(1);
  });

  it("holds no endless page of an error", async () => {
    const reply = { ...usualModelSettings.reply, bytes: 1000 };
    const { ask } = await serve(id, [down(500, "x".repeat(100_000))], { reply });
    await expect(ask()).rejects.toMatchObject({ code: "model-failed" });
  });

  it("hangs up on a server that says nothing", async () => {
    const reply = { ...usualModelSettings.reply, silence: 500 };
    const retry = { ...usualModelSettings.retry, attempts: 2, firstWait: 1 };
    const settings = { reply, retry };
    const { ask, server } = await serve(id, [{ kind: "silent" }], settings, systemTimer);
    await expect(ask()).rejects.toMatchObject({ code: "model-failed", data: { requests: 2 } });
    expect(server.requests.length).toBeLessThanOrEqual(2);
  });

  it("ends when it is told to, and does not ask again", async () => {
    const { model, server } = await serve(id, [{ kind: "silent" }]);
    const ending = new AbortController();
    const reply = model.complete(hello, ending.signal);
    await expect.poll(() => server.requests.length).toBe(1);
    ending.abort(new Error("enough"));
    await expect(reply).rejects.toThrow("enough");
    await expect.poll(() => server.requests[0]?.ending).toBe("hung-up");
    expect(server.requests).toHaveLength(1);
  });

  it("lets no key out, whoever repeats it", async () => {
    const said = await serve(id, [says(`Your key is ${serverKey}.`)]);
    expect(JSON.stringify(await said.ask())).not.toContain(serverKey);
    const error = { error: { message: `Incorrect API key provided: ${serverKey}` } };
    const refused = await serve(id, [down(401, error)]);
    const fault: unknown = await refused.ask().catch((caught: unknown) => caught);
    expect(fault).toMatchObject({ code: "model-stopped" });
    expect(everythingIn(fault)).not.toContain(serverKey);
  });
});

it.each(ids.slice(0, 2))("%s keeps arguments that are no JSON", async (id) => {
  const { ask, server } = await serve(id, [
    calls({ tool: "ask", arguments: '{"inputs": [1, 2' }),
    fine,
  ]);
  const tools = [{ name: "ask", description: "Asks.", parameters: { type: "object" } }];
  const { message } = await ask({ tools });
  expect(message.toolCalls).toMatchObject([
    { kind: "malformed", tool: "ask", text: '{"inputs": [1, 2' },
  ]);
  const [call] = message.toolCalls;
  const result = {
    role: "tool",
    call: call?.id ?? "",
    tool: "ask",
    text: "No.",
    isError: true,
  } as const;
  await ask({ tools, messages: [...hello.messages, message, result] });
  expect(JSON.stringify(server.requests[1]?.body)).toContain("unreadable");
});

it("refuses tools on a completion endpoint", async () => {
  const { ask, server } = await serve("vllm+completions/llama", [fine]);
  const tools = [{ name: "ask", description: "Asks.", parameters: { type: "object" } }];
  await expect(ask({ tools })).rejects.toMatchObject({ code: "bad-configuration" });
  expect(server.requests).toHaveLength(0);
});

/** An error with its hidden parts, as whoever prints it in full would see it. */
function everythingIn(error: unknown): string {
  if (!(error instanceof Error)) return JSON.stringify(error);
  return `${error.message} ${error.stack} ${JSON.stringify(error)} ${everythingIn(error.cause ?? null)}`;
}

it("stops conversations that wait to ask again once another has found the account empty", async () => {
  const message = "You exceeded your current quota";
  const { ask, server } = await serve("openai/gpt-4o-mini", (request) =>
    request.number <= 4 ? down(500) : down(429, { error: { message } }),
  );
  const ended = await Promise.allSettled(Array.from({ length: 4 }, () => ask()));
  for (const end of ended)
    expect(end).toMatchObject({ status: "rejected", reason: { code: "model-stopped" } });
  expect(server.requests.length).toBeLessThanOrEqual(8);
});
