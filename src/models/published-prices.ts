import type { Price } from "./price.ts";

interface Reading {
  readonly source: string;
  readonly date: string;
}

const anthropic: Reading = {
  source: "https://platform.claude.com/docs/en/about-claude/pricing",
  date: "2026-11-21",
};
const google: Reading = {
  source: "https://ai.google.dev/gemini-api/docs/pricing, quoted in api-evangelist/gemini",
  date: "2026-09-20",
};
const openai: Reading = {
  source: "https://developers.openai.com/api/docs/pricing, quoted in api-evangelist/openai",
  date: "2026-05-04",
};
const openaiEarlier: Reading = {
  source: "https://openai.com/api/pricing, quoted in openai-models 0.1.1 on docs.rs",
  date: "2026-11-21",
};

/** Beyond so many tokens of input the price of some models is another one, which is not listed. */
const [SHORT, LONG] = [200_000, 272_000];

/**
 * What providers publish, as far as it was read; a model that is not here has no known price. A row
 * is input, cached input and output in US dollars for a million tokens.
 */
export const publishedPrices: readonly Price[] = [
  row("anthropic/claude-opus-5", 5, 0.5, 25, anthropic),
  row("anthropic/claude-opus-4-8", 5, 0.5, 25, anthropic),
  row("anthropic/claude-opus-4-7", 5, 0.5, 25, anthropic),
  row("anthropic/claude-opus-4-6", 5, 0.5, 25, anthropic, SHORT),
  row("anthropic/claude-opus-4-5", 5, 0.5, 25, anthropic),
  row("anthropic/claude-opus-4-1", 15, 1.5, 75, anthropic),
  row("anthropic/claude-sonnet-4-6", 3, 0.3, 15, anthropic, SHORT),
  row("anthropic/claude-sonnet-4-5", 3, 0.3, 15, anthropic, SHORT),
  row("anthropic/claude-haiku-4-5", 1, 0.1, 5, anthropic),
  row("anthropic/claude-3-5-haiku", 0.8, 0.08, 4, anthropic),
  row("google/gemini-3.5-flash", 1.5, null, 9, google),
  row("google/gemini-3.1-pro-preview", 2, null, 12, google, SHORT),
  row("openai/gpt-5.5", 5, 0.5, 30, openai, LONG),
  row("openai/gpt-5.4", 2.5, 0.25, 15, openai, LONG),
  row("openai/gpt-5.4-mini", 0.75, 0.075, 4.5, openai),
  row("openai/gpt-5.4-nano", 0.2, 0.02, 1.25, openai),
  row("openai/gpt-4o", 2.5, 1.25, 10, openaiEarlier),
  row("openai/gpt-4o-mini", 0.15, 0.075, 0.6, openaiEarlier),
];

function row(
  model: string,
  input: number,
  cached: number | null,
  output: number,
  reading: Reading,
  upTo?: number,
): Price {
  return { model, input, cached, output, ...reading, ...(upTo !== undefined && { upTo }) };
}
