import type { LanguageModelV3 } from "@ai-sdk/provider";
import type { ModelAddress } from "./address.ts";
import { callOptions } from "./call-options.ts";
import type { Connection, Fetch, ServerSettings } from "./connection.ts";
import type { Endpoint } from "./endpoint.ts";
import { logProbOptions } from "./log-prob-options.ts";
import type { Protocol } from "./providers.ts";

/** Servers that ask for no key are sent this one: the packages look for a key elsewhere if none is given. */
const NO_KEY = "none";

/** Connects with a model by the package for its protocol, which is loaded only now. */
export async function connect(
  { provider, name, dialect }: ModelAddress,
  { protocol, baseUrl, key }: Endpoint,
  fetch: Fetch,
): Promise<Connection> {
  const settings = { baseURL: baseUrl, fetch, apiKey: key ?? NO_KEY };
  if (dialect === "completions")
    return (await import("./completion-endpoint.ts")).completionEndpoint(name, settings);
  const model = await chatModel(provider, name, protocol, settings);
  // These packages keep things back that only the provider's own words tell.
  const keepsBack = protocol === "compatible" || protocol === "google";
  return {
    stream: async (request, signal) => {
      const { topLogProbs } = request;
      const { stream } = await model.doStream({
        ...callOptions(request, signal),
        ...(topLogProbs !== undefined && logProbOptions(protocol, provider, topLogProbs)),
        includeRawChunks: keepsBack || topLogProbs !== undefined,
      });
      return stream;
    },
  };
}

async function chatModel(
  provider: string,
  name: string,
  protocol: Protocol,
  settings: ServerSettings,
): Promise<LanguageModelV3> {
  switch (protocol) {
    case "anthropic":
      return (await import("@ai-sdk/anthropic")).createAnthropic(settings)(name);
    case "compatible":
      return (await import("@ai-sdk/openai-compatible"))
        .createOpenAICompatible({
          ...settings,
          name: provider,
          includeUsage: true,
          supportsStructuredOutputs: true,
        })
        .chatModel(name);
    case "google":
      return (await import("@ai-sdk/google")).createGoogleGenerativeAI(settings)(name);
    case "openai":
      return (await import("@ai-sdk/openai")).createOpenAI(settings).chat(name);
  }
}
