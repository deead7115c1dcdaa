import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { costOf, priceList, type Price } from "../../src/models/index.ts";
import { publishedPrices } from "../../src/models/published-prices.ts";

const usage = { input: 1000, cached: 400, output: 100, reasoning: null };
const own: Price = {
  model: "vllm/llama",
  input: 1,
  cached: 0.5,
  output: 2,
  source: "own measurement",
  date: "2026-01-02",
};

describe("published prices", () => {
  it("say where and when they were read, once for each model", () => {
    for (const price of publishedPrices) {
      expect(price.source).toMatch(/^https:\/\//);
      expect(price.date).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(price.output).toBeGreaterThan(price.input);
      expect(price.cached ?? 0).toBeLessThan(price.input);
    }
    const models = publishedPrices.map(({ model }) => model);
    expect(new Set(models).size).toBe(models.length);
  });
});

describe("a price list", () => {
  const prices = priceList([own]);
  it("finds a model by its name, with or without a version", () => {
    const plain = prices.of("openai/gpt-4o-mini");
    expect(plain?.input).toBe(0.15);
    expect(prices.of("openai/gpt-4o-mini-2024-07-18")).toBe(plain);
    expect(prices.of("anthropic/claude-haiku-4-5-20251001")?.output).toBe(5);
    expect(prices.of("anthropic/claude-3-5-haiku-latest")?.output).toBe(4);
  });

  it("knows nothing of others", () => {
    expect(prices.of("openai/gpt-4o-mini-2")).toBeNull();
    expect(prices.of("somewhere/gpt-4o-mini")).toBeNull();
    expect(prices.of("ollama/llama3")).toBeNull();
  });

  it("goes by the model that answered, unless the price is the user's own", () => {
    expect(prices.ofCall("openai/gpt-5.5", "gpt-4o-mini-2024-07-18")?.input).toBe(0.15);
    expect(prices.ofCall("openai/gpt-5.5", "a-stranger")).toBeNull();
    expect(prices.ofCall("openai/gpt-5.5", null)?.input).toBe(5);
    expect(prices.ofCall("vllm/llama", "/models/llama.gguf")).toBe(own);
    expect(prices.ofCall("google/gemini-3.5-flash", "models/gemini-3.5-flash")?.input).toBe(1.5);
  });
});

describe("the cost of a call", () => {
  it("counts cached tokens at their own price", () => {
    expect(costOf(usage, own)).toBeCloseTo((600 * 1 + 400 * 0.5 + 100 * 2) / 1e6, 12);
  });

  it.each<[string, number | null]>([
    ["no price", costOf(usage, null)],
    ["no count of input", costOf({ ...usage, input: null }, own)],
    ["no count of output", costOf({ ...usage, output: null }, own)],
    ["no price of cached input", costOf(usage, { ...own, cached: null })],
    ["more input than the price is for", costOf(usage, { ...own, upTo: 999 })],
  ])("is unknown with %s, which is not 0", (_, cost) => expect(cost).toBeNull());

  it("never falls with more tokens", () => {
    const count = fc.integer({ min: 0, max: 1e6 });
    fc.assert(
      fc.property(count, count, count, (input, output, more) => {
        const cost = (tokens: number): number =>
          costOf({ input: tokens, output, cached: null, reasoning: null }, own) ?? NaN;
        expect(cost(input + more)).toBeGreaterThanOrEqual(cost(input));
      }),
    );
  });
});
