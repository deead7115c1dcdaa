import type { LanguageModelV3 } from "@ai-sdk/provider";
import type { ModelAddress } from "./address.ts";
import type { Endpoint } from "./endpoint.ts";

/** The part of `fetch` that is used here. */
export type Fetch = typeof globalThis.fetch;

/** A model at its endpoint. */
export interface Connection {
  readonly model: LanguageModelV3;
  /** Whether its package keeps things back that only the provider's own words tell. */
  readonly keepsBack: boolean;
}

/** Servers that ask for no key are sent this one: the packages look for a key elsewhere if none is given. */
const NO_KEY = "none";

/** Connects with a model by the package for its protocol, which is loaded only now. */
export async function connect(
  address: ModelAddress,
  endpoint: Endpoint,
  fetch: Fetch,
): Promise<Connection> {
  const isPlain = endpoint.protocol === "anthropic" || endpoint.protocol === "openai";
  return { model: await modelAt(address, endpoint, fetch), keepsBack: !isPlain };
}

async function modelAt(
  { provider, name, dialect }: ModelAddress,
  { protocol, baseUrl: baseURL, key }: Endpoint,
  fetch: Fetch,
): Promise<LanguageModelV3> {
  const settings = { baseURL, fetch, apiKey: key ?? NO_KEY };
  if (dialect === "completions" || protocol === "compatible") {
    const { createOpenAICompatible } = await import("@ai-sdk/openai-compatible");
    const server = createOpenAICompatible({
      ...settings,
      name: provider,
      includeUsage: true,
      supportsStructuredOutputs: true,
    });
    return dialect === "completions" ? server.completionModel(name) : server.chatModel(name);
  }
  switch (protocol) {
    case "anthropic":
      return (await import("@ai-sdk/anthropic")).createAnthropic(settings)(name);
    case "google":
      return (await import("@ai-sdk/google")).createGoogleGenerativeAI(settings)(name);
    case "openai":
      return (await import("@ai-sdk/openai")).createOpenAI(settings).chat(name);
  }
}
