import type { SharedV3ProviderOptions } from "@ai-sdk/provider";
import type { Protocol } from "./providers.ts";

/** What a package has to be told so that it asks for the likeliest tokens; empty where it cannot. */
export function logProbOptions(
  protocol: Protocol,
  provider: string,
  top: number,
): { readonly providerOptions?: SharedV3ProviderOptions } {
  switch (protocol) {
    case "openai":
      return { providerOptions: { openai: { logprobs: top } } };
    case "compatible":
      return { providerOptions: { [provider]: { logprobs: true, top_logprobs: top } } };
    case "anthropic":
    case "google":
      return {};
  }
}
