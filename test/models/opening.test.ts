import { describe, expect, it } from "vitest";
import { chanceFrom } from "../../src/core/index.ts";
import { modelSource, usualModelSettings, type ModelSource } from "../../src/models/index.ts";
import { endpointOf } from "../../src/models/endpoint.ts";
import { parseAddress } from "../../src/models/address.ts";
import { providerNames } from "../../src/models/providers.ts";
import { virtualTimer } from "./virtual-timer.ts";

function sourceOf(environment: Readonly<Record<string, string>>): ModelSource {
  return modelSource({
    environment,
    send: () => async () => {
      throw new Error("Nothing is to be sent");
    },
    timer: virtualTimer(),
    chance: chanceFrom("waits"),
    settings: usualModelSettings,
  });
}

describe("an address", () => {
  it.each([
    ["openai/gpt-4o", "openai", "chat", "gpt-4o"],
    ["together/meta-llama/Llama-3", "together", "chat", "meta-llama/Llama-3"],
    ["vllm+completions/base", "vllm", "completions", "base"],
  ])("%s is taken apart", (id, provider, dialect, name) =>
    expect(parseAddress(id)).toEqual({ id, provider, dialect, name }),
  );

  it.each(["", "gpt-4o", "/gpt-4o", "openai/", "OpenAI/gpt-4o", "open ai/x", "openai/a b"])(
    "`%s` is refused",
    async (id) => {
      await expect(sourceOf({}).open(id)).rejects.toMatchObject({ code: "unknown-model" });
    },
  );
});

describe("an endpoint", () => {
  const of = (id: string, environment: Readonly<Record<string, string>>) =>
    endpointOf(parseAddress(id), environment);

  it("is the provider's own unless the environment says otherwise", () => {
    expect(of("openai/x", { OPENAI_API_KEY: "k" })).toEqual({
      protocol: "openai",
      baseUrl: "https://api.openai.com/v1",
      query: "",
      key: "k",
      isAzure: false,
      headers: {},
    });
    expect(of("openai/x", { OPENAI_BASE_URL: "http://here:1/v1/" })).toMatchObject({
      baseUrl: "http://here:1/v1",
      key: null,
    });
  });

  it("takes Anthropic's address with and without its version", () => {
    const address = (url: string): string => of("anthropic/x", { ANTHROPIC_BASE_URL: url }).baseUrl;
    expect(address("http://here")).toBe("http://here/v1");
    expect(address("http://here/v1")).toBe("http://here/v1");
    expect(address("http://here/proxy/v1")).toBe("http://here/proxy/v1");
  });

  it("takes either name of Google's key", () => {
    expect(of("google/x", { GEMINI_API_KEY: "k" }).key).toBe("k");
    expect(of("google/x", { GOOGLE_API_KEY: "g", GEMINI_API_KEY: "k" }).key).toBe("g");
  });

  it.each(["sk-…", "two words", "line\nbreak", "clé"])(
    "refuses the key `%s`, and shows it to nobody",
    (key) => {
      const open = (): unknown => of("openai/x", { OPENAI_API_KEY: key });
      expect(open).toThrow("of plain characters without blanks");
      expect(open).not.toThrow(key);
    },
  );

  it("needs no key for a server of one's own", () => {
    expect(of("ollama/llama3", {})).toMatchObject({ key: null });
    expect(of("my-lab/x", { MY_LAB_BASE_URL: "http://lab/v1" })).toMatchObject({
      protocol: "compatible",
      baseUrl: "http://lab/v1",
    });
  });

  it.each<[string, Readonly<Record<string, string>>, string]>([
    ["openai/x", {}, "bad-configuration"],
    ["openai/x", { OPENAI_API_KEY: "  " }, "bad-configuration"],
    ["openai/x", { OPENAI_BASE_URL: "here" }, "bad-configuration"],
    ["openai/x", { OPENAI_BASE_URL: "file:///etc/passwd" }, "bad-configuration"],
    ["my-lab/x", {}, "unknown-model"],
  ])("%s with %o is %s", async (id, environment, code) => {
    await expect(sourceOf(environment).open(id)).rejects.toMatchObject({ code });
  });

  it("tells nothing of an address with a password", async () => {
    const url = "http://user:planted-secret@here/v1";
    const opened = sourceOf({ OPENAI_BASE_URL: url }).open("openai/x");
    await expect(opened).rejects.toMatchObject({ code: "bad-configuration" });
    await expect(opened).rejects.not.toThrow("planted-secret");
  });

  it.each(providerNames)("%s can be opened with a key", async (provider) => {
    const key = `${provider.toUpperCase()}_API_KEY`;
    const model = await sourceOf({ [key]: "planted-secret" }).open(`${provider}/x`);
    expect(model.id).toBe(`${provider}/x`);
  });
});
