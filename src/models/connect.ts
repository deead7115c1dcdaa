import type { LanguageModelV3 } from "@ai-sdk/provider";
import type { ModelAddress } from "./address.ts";
import type { Endpoint } from "./endpoint.ts";

/** The part of `fetch` that is used here. */
export type Fetch = typeof globalThis.fetch;

/** Servers that ask for no key are sent this one: the packages look for a key elsewhere if none is given. */
const NO_KEY = "none";

/** A model at its endpoint, by the package for its protocol, which is loaded only now. */
export async function connect(
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
