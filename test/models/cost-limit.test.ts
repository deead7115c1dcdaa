import { expect, it } from "vitest";
import { says } from "../support/model-server.ts";
import { serve } from "./serve.ts";

const usage = { input: 1000, cached: 400, output: 100 };
/** 600 fresh, 400 cached and 100 of output at the published prices of gpt-4o-mini. */
const COST = (600 * 0.15 + 400 * 0.075 + 100 * 0.6) / 1e6;

it("a call costs what the published prices say, and the run adds it up", async () => {
  const { ask, source } = await serve("openai/gpt-4o-mini", [says("Yes.", { usage })]);
  const { cost } = await ask();
  expect(cost.list).toBeCloseTo(COST, 12);
  expect(cost).toMatchObject({ paid: cost.list, source: "table" });
  await ask();
  expect(source.spending().spent).toBeCloseTo(2 * COST, 12);
});

it("a run stops before a call that may go beyond its limit", async () => {
  const settings = { costLimit: 3 * COST };
  const { ask, server, source } = await serve(
    "openai/gpt-4o-mini",
    [says("Yes.", { usage })],
    settings,
  );
  const limited = async (): Promise<unknown> => ask({ maxTokens: 100 });
  const codes: unknown[] = [];
  for (let call = 0; call < 5; call += 1)
    codes.push(await limited().catch((error: unknown) => error));
  expect(codes.filter((code) => code instanceof Error)).toMatchObject(
    Array.from({ length: 5 - server.requests.length }, () => ({ code: "cost-limit" })),
  );
  expect(server.requests.length).toBeGreaterThan(0);
  expect(server.requests.length).toBeLessThan(5);
  expect(source.spending().spent).toBeLessThanOrEqual(3 * COST);
});

it("earlier sessions count", async () => {
  const settings = { costLimit: 1, spent: 1 };
  const { ask, server } = await serve("openai/gpt-4o-mini", [says("Yes.")], settings);
  await expect(ask()).rejects.toMatchObject({ code: "cost-limit" });
  expect(server.requests).toHaveLength(0);
});

it("a model without a price cannot be held to a limit", async () => {
  const { ask, server } = await serve("vllm/llama", [says("Yes.")], { costLimit: 1 });
  await expect(ask()).rejects.toMatchObject({ code: "bad-configuration" });
  expect(server.requests).toHaveLength(0);
});

it("a fault that the server tells of costs nothing, a reply that was cut off may", async () => {
  const refused = await serve("openai/gpt-4o-mini", [{ kind: "status", status: 400 }]);
  await expect(refused.ask()).rejects.toMatchObject({ code: "model-failed" });
  expect(refused.source.spending()).toMatchObject({ spent: 0, reserved: 0 });
  const reply = { bytes: 300_000, characters: 1_000_000, silence: 300_000 };
  const endless = await serve("openai/gpt-4o-mini", [{ kind: "endless" }], { reply });
  expect((await endless.ask()).cost).toEqual({ list: null, paid: null, source: null });
  expect(endless.source.spending().spent).toBeGreaterThan(0);
});
