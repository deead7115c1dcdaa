/** How a provider's server is spoken to. */
export type Protocol = "anthropic" | "compatible" | "google" | "openai";

/** What is known of a provider beforehand. */
export interface Provider {
  readonly protocol: Protocol;
  /** Where its server is, unless the environment says otherwise; `null` where it has to say. */
  readonly baseUrl: string | null;
  /** Whether its own server asks for a key. */
  readonly needsKey: boolean;
  /** Further names of the variable that holds the key. */
  readonly keyNames?: readonly string[];
}

const hosted = (baseUrl: string): Provider => ({
  protocol: "compatible",
  baseUrl,
  needsKey: true,
});

const local = (port: number): Provider => ({
  protocol: "compatible",
  baseUrl: `http://localhost:${port}/v1`,
  needsKey: false,
});

const known: Readonly<Record<string, Provider>> = {
  anthropic: {
    protocol: "anthropic",
    baseUrl: "https://api.anthropic.com/v1",
    needsKey: true,
  },
  deepseek: hosted("https://api.deepseek.com/v1"),
  google: {
    protocol: "google",
    baseUrl: "https://generativelanguage.googleapis.com/v1beta",
    needsKey: true,
    keyNames: ["GEMINI_API_KEY", "GOOGLE_GENERATIVE_AI_API_KEY"],
  },
  groq: hosted("https://api.groq.com/openai/v1"),
  llamacpp: local(8080),
  lmstudio: local(1234),
  mistral: hosted("https://api.mistral.ai/v1"),
  ollama: local(11_434),
  openai: { protocol: "openai", baseUrl: "https://api.openai.com/v1", needsKey: true },
  openrouter: hosted("https://openrouter.ai/api/v1"),
  together: hosted("https://api.together.xyz/v1"),
  vllm: local(8000),
  xai: hosted("https://api.x.ai/v1"),
};

/** OpenAI's models at an address that each customer has for itself. */
const azure: Provider = {
  protocol: "openai",
  baseUrl: null,
  needsKey: false,
  keyNames: ["AZURE_OPENAI_API_KEY"],
};

/** Names of the providers whose servers need not be told. */
export const providerNames: readonly string[] = Object.keys(known);

/** The provider of a name; any other name is a server that speaks as OpenAI's does. */
export function providerOf(name: string): Provider {
  const provider = Object.hasOwn(known, name) ? known[name] : undefined;
  if (provider !== undefined) return provider;
  return /^azure(?:-|$)/u.test(name)
    ? azure
    : { protocol: "compatible", baseUrl: null, needsKey: false };
}
